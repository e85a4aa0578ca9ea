import assert from 'node:assert/strict';
import { findRequest, listDocuments } from '../../src/accreditation/index.js';
import { type Command, Refused, WrongUse } from '../../src/commands/command.js';
import { commands, runCommand } from '../../src/commands/index.js';
import { mailHooks } from '../../src/composition.js';
import { addDays } from '../../src/platform/dates.js';
import { type Letter, queueMail } from '../../src/platform/outbox.js';
import { anEntry } from '../alerts/subscribing.js';
import { openBrowser } from '../support/browser.js';
import { anEvent, aPdf, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs, someMember } from '../support/staff.js';

interface Outcome {
  code: number;
  said: string;
  complained: string;
}

describe('the commands of the operator', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  async function run(args: string[], table: readonly Command[] = commands): Promise<Outcome> {
    const [said, complained]: string[][] = [[], []];
    // The test looks into the database afterwards, so the command must not close it.
    const db = new Proxy(portal.db, {
      get: (to, name) => (name === 'destroy' ? async () => undefined : Reflect.get(to, name)),
    });
    const code = await runCommand(table, args, {
      open: async () => ({ ...portal, db, reader: db }),
      hooks: mailHooks,
      jobs: [],
      say: (line) => void said!.push(line),
      complain: (line) => void complained!.push(line),
    });
    return { code, said: said!.join('\n'), complained: complained!.join('\n') };
  }

  it('print their help without a name, and name every command in it', async () => {
    const { code, said } = await run([]);
    assert.equal(code, 0);
    for (const { name } of commands) assert.match(said, new RegExp(`^ {2}${name}`, 'm'));
  });

  it('end with 2 for a command nobody knows, for options nobody knows, and for missing ones', async () => {
    assert.equal((await run(['staff:remove'])).code, 2);
    assert.equal((await run(['mail:send', '--soon'])).code, 2);
    const { code, complained } = await run(['staff:add', '--email', 'a@behoerde.example']);
    assert.equal(code, 2);
    assert.match(complained, /--name is missing/);
  });

  it('end with 1 and the reason when they refuse, and throw what is a fault of the portal', async () => {
    const failing = (error: Error): Command => ({
      name: 'fail',
      usage: '',
      summary: 'fails',
      options: {},
      run: () => Promise.reject(error),
    });
    assert.deepEqual(await run(['fail'], [failing(new Refused('not today'))]), {
      code: 1,
      said: '',
      complained: 'not today',
    });
    assert.equal((await run(['fail'], [failing(new WrongUse('not so'))])).code, 2);
    await assert.rejects(run(['fail'], [failing(new Error('no disk'))]), /no disk/);
  });

  it('add a member who gets in by the printed link', async () => {
    const { code, said } = await run([
      'staff:add',
      '--email',
      'Neu@behoerde.example',
      '--name',
      'Nele Neu',
      '--role',
      'reviewer',
    ]);
    assert.equal(code, 0);
    const path = said.split('\n').at(-1)!.replace('https://press.example', '');
    const browser = openBrowser(portal.app);
    assert.equal((await browser.send(path, {})).headers.location, '/staff');
    assert.match((await browser.visit('/staff/account')).text, /neu@behoerde\.example/);
  });

  it('leave an account as it is that exists already, say so, and print a fresh link', async () => {
    const member = await someMember(portal, 'auditor', { name: 'Alt Eingesessen' });
    const { code, said } = await run([
      'staff:add',
      '--email',
      member.email,
      '--name',
      'Anders',
      '--role',
      'administrator',
    ]);
    assert.equal(code, 0);
    assert.match(said, /already has an account \(auditor\)/);
    const row = await portal.db('staff').where({ id: member.id }).first();
    assert.deepEqual([row.name, row.role], ['Alt Eingesessen', 'auditor']);
    assert.match(said, /https:\/\/press\.example\/staff\/sign-in\/\S+$/);
  });

  it('refuse a closed account, a role nobody knows and something that is no address', async () => {
    const member = await someMember(portal);
    await portal.db('staff').update({ state: 'closed' });
    const add = (email: string, role: string) =>
      run(['staff:add', '--email', email, '--name', 'N', '--role', role]);
    assert.equal((await add(member.email, 'administrator')).code, 1);
    assert.equal((await add('neu@behoerde.example', 'minister')).code, 2);
    assert.equal((await add('a@b.example\r\nBcc: c@d.example', 'auditor')).code, 2);
  });

  it('send what is due, and with --now what still waits for its undo delay', async () => {
    const letter: Letter = { kind: 'k', to: 'a@verlag.example', lang: 'de', subject: 'S', body: 'B' };
    const tomorrow = new Date(portal.clock.now().getTime() + 24 * 3600_000);
    await portal.db.transaction(async (trx) => {
      await queueMail(trx, letter, portal.clock.now());
      await queueMail(trx, { ...letter, notBefore: tomorrow }, portal.clock.now());
    });
    assert.match((await run(['mail:send'])).said, /^1 letter sent/);
    assert.match((await run(['mail:send', '--now'])).said, /^1 letter sent/);
    assert.match((await run(['mail:send', '--now'])).said, /^0 letters sent/);
  });

  it('find a changed audit log', async () => {
    await someMember(portal);
    assert.equal((await run(['audit:verify'])).code, 0);
    await portal.db('audit_entries').update({ actor: 'staff:7' });
    const { code, complained } = await run(['audit:verify']);
    assert.equal(code, 1);
    assert.match(complained, /entry 1/);
  });

  it('load the demo congress into an empty database, once', async () => {
    const { code, said } = await run(['demo']);
    assert.equal(code, 0);
    assert.match(said, /loaded: https:\/\/press\.example\/$/);
    assert.match((await openBrowser(portal.app).visit('/de/events')).text, /Kongress/);
    const again = await run(['demo']);
    assert.equal(again.code, 1);
    assert.match(again.complained, /an event already/);
    assert.equal((await portal.db('events')).length, 1);
  });

  it('load no demo in production', async () => {
    await portal.close();
    portal = await openPortal('sqlite', { production: true });
    const { code, complained } = await run(['demo']);
    assert.equal(code, 1);
    assert.match(complained, /production/);
    assert.deepEqual(await portal.db('events'), []);
  });

  it('add as many requests as were asked for to the newest event, each time they run', async () => {
    await anEvent(portal);
    assert.equal((await run(['seed:load', '--requests', '20'])).said, '20 requests added.');
    assert.equal((await run(['seed:load', '--requests', '5'])).code, 0);
    assert.equal((await run(['seed:load', '--releases', '3'])).said, '3 releases added.');
    assert.equal((await portal.db('accreditation_requests')).length, 25);
    const browser = await signInAs(portal, 'reviewer');
    assert.match((await browser.visit('/staff/requests')).text, /Musterblatt/);
    assert.deepEqual(await portal.sendMails(), []);
  });

  it('add no requests without an event, and none where the number is none', async () => {
    const { code, complained } = await run(['seed:load', '--requests', '5']);
    assert.equal(code, 1);
    assert.match(complained, /no event yet/);
    for (const number of ['0', '-1', '1.5', 'many'])
      assert.equal((await run(['seed:load', `--requests=${number}`])).code, 2, number);
    assert.equal((await run(['seed:load'])).code, 2);
  });

  it('say what the deletion plan would delete, delete it, and then find nothing', async () => {
    const event = await anEvent(portal);
    const upload = { originalName: 'geheim.pdf', kind: 'application/pdf', content: aPdf() } as const;
    const { id } = await aRequest(portal, { event, upload });
    assert.equal((await run(['retention:run', '--dry-run'])).said, 'Nothing is due.');
    portal.moveClock(new Date('2025-01-24T16:00:00Z'));
    const dry = await run(['retention:run', '--dry-run']);
    assert.deepEqual([dry.code, dry.said], [0, `${event.shortCode}: 1 file, 1 request due.`]);
    assert.ok(await findRequest(portal.db, id));
    assert.equal((await listDocuments(portal.db, id)).length, 1);
    const real = await run(['retention:run']);
    assert.deepEqual([real.code, real.said], [0, `${event.shortCode}: 1 file, 1 request deleted.`]);
    assert.equal(await findRequest(portal.db, id), undefined);
    assert.equal((await run(['retention:run'])).said, 'Nothing is due.');
  });

  it('keep the plan of the press list', async () => {
    await anEntry(portal);
    portal.moveClock(addDays(portal.clock.now(), 2));
    assert.equal((await run(['retention:run', '--dry-run'])).said, 'Press list: 1 address due.');
    assert.equal((await run(['retention:run'])).said, 'Press list: 1 address deleted.');
    assert.equal((await run(['retention:run'])).said, 'Nothing is due.');
  });

  it('bring the tables up to date', async () => {
    assert.equal((await run(['migrate'])).code, 0);
  });
});
