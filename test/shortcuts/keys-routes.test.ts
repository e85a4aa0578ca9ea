import assert from 'node:assert/strict';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('the help sheet', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  it('is a page with every key, linked from every page of the desk', async () => {
    const desk = await signInAs(portal, 'editor');
    assert.match((await desk.visit('/staff')).text, /<a href="\/staff\/keys" data-key="\?"/);
    const { text } = await desk.visit('/staff/keys');
    assert.match(text, /<dt>Zulassen<\/dt><dd><kbd class="desk-key">A<\/kbd>/);
  });

  it('switches the keys off and on for this member only', async () => {
    const [desk, colleague] = [await signInAs(portal, 'reviewer'), await signInAs(portal, 'reviewer')];
    const keysOn = async (browser: typeof desk) =>
      /<body class="desk" data-keys/.test((await browser.visit('/staff')).text);
    assert.equal(await keysOn(desk), true);
    const answer = await desk.send('/staff/keys', { from: '/staff/requests?tab=all' });
    assert.equal(answer.headers.location, '/staff/requests?tab=all');
    assert.deepEqual([await keysOn(desk), await keysOn(colleague)], [false, true]);
    await desk.send('/staff/keys', { on: 'yes', from: '' });
    assert.match((await desk.visit('/staff/keys')).text, /Die Tastenkürzel sind eingeschaltet\./);
    assert.equal(await keysOn(desk), true);
  });

  it('leads nowhere but to the desk', async () => {
    const desk = await signInAs(portal, 'reviewer');
    for (const from of ['https://evil.example', '//evil.example', '/staff//evil', '/de', '/staff/\\evil'])
      assert.equal(
        (await desk.send('/staff/keys', { on: 'yes', from })).headers.location,
        '/staff/keys',
        from,
      );
  });
});
