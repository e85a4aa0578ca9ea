import assert from 'node:assert/strict';
import { LEAVING_MS } from '../../src/presence/presence.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('two members at one request', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  it('see each other while both have it open', async () => {
    const [mia, ben] = [await signInAs(portal, 'reviewer'), await signInAs(portal, 'administrator')];
    const address = `/staff/requests/${(await aRequest(portal)).reference}`;
    const first = await mia.visit(address);
    assert.match(first.text, /<p class="desk-presence" role="status" hidden/);
    const second = await ben.visit(address);
    assert.match(second.text, new RegExp(`${mia.member.name} hat diesen Antrag seit 9:00\u00A0Uhr offen\\.`));

    const told = await mia.send(address, {}, `${address}/presence`);
    assert.match(told.body.others, new RegExp(`^${ben.member.name} hat diesen Antrag`));
    const list = await mia.visit('/staff/requests');
    assert.match(list.text, new RegExp(`gerade offen bei ${ben.member.name}`));
    assert.doesNotMatch(list.text, new RegExp(`gerade offen bei [^<]*${mia.member.name}`));
    await ben.send(address, { leave: 'yes' }, `${address}/presence`);
    const { until } = await portal.db('request_presence').where({ staff_id: ben.member.id }).first();
    assert.ok(new Date(until).getTime() - Date.now() <= LEAVING_MS, 'gone in some seconds');
  });

  it('are those who decide; who only reads sees them and is not seen', async () => {
    const [mia, auditor] = [await signInAs(portal, 'reviewer'), await signInAs(portal, 'auditor')];
    const address = `/staff/requests/${(await aRequest(portal)).reference}`;
    await auditor.visit(address);
    assert.match((await mia.visit(address)).text, /desk-presence" role="status" hidden/);
    assert.equal((await auditor.send(address, {}, `${address}/presence`)).status, 403);
  });
});
