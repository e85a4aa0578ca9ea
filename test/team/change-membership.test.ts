import assert from 'node:assert/strict';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { Conflict, Forbidden } from '../../src/platform/errors.js';
import { getMember } from '../../src/staff/index.js';
import { changeRole, closeAccount, reopenAccount } from '../../src/team/change-membership.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

onBothDatabases('steering accounts', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const administrators = () => portal.db('staff').where({ role: 'administrator', state: 'active' });
  const demote = (id: number) => ({ id, from: 'administrator', to: 'editor' }) as const;

  it('is noted without personal data', async () => {
    const [boss, member] = [await someMember(portal), await someMember(portal, 'editor')];
    await changeRole(portal, boss, { id: member.id, from: 'editor', to: 'auditor' });
    await closeAccount(portal, boss, member.id);
    await reopenAccount(portal, boss, member.id);
    const entries = await portal
      .db('audit_entries')
      .where({ actor: `staff:${boss.id}` })
      .orderBy('id');
    assert.deepEqual(
      entries.map((entry) => entry.action),
      ['staff.role_changed', 'staff.closed', 'staff.reopened'],
    );
    assert.deepEqual(JSON.parse(entries[0].details), { from: 'editor', to: 'auditor' });
    assert.doesNotMatch(JSON.stringify(entries), /example|Muster/);
    assert.equal(await findBrokenEntry(portal.db), undefined);
  });

  it('leaves one of two administrators who take the office from each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await someMember(portal), await someMember(portal)];
      await portal.db('staff').whereNotIn('id', [one.id, two.id]).update({ state: 'closed' });
      const outcomes = await Promise.allSettled([
        round % 2 ? closeAccount(portal, one, two.id) : changeRole(portal, one, demote(two.id)),
        changeRole(portal, two, demote(one.id)),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.equal(refused.length, 1);
      assert.ok(refused[0]!.reason instanceof Forbidden, String(refused[0]!.reason));
      assert.equal((await administrators()).length, 1);
    }
  });

  it('leaves one of three whom two others remove at the same moment', async () => {
    const [one, two, three] = [await someMember(portal), await someMember(portal), await someMember(portal)];
    await Promise.allSettled([
      changeRole(portal, one, demote(two.id)),
      changeRole(portal, two, demote(three.id)),
      changeRole(portal, three, demote(one.id)),
    ]);
    assert.ok((await administrators()).length >= 1);
  });

  it('is refused to who is no administrator any more, although the page said so', async () => {
    const [boss, member] = [await someMember(portal), await someMember(portal, 'editor')];
    await portal.db('staff').where({ id: boss.id }).update({ role: 'reviewer' });
    await assert.rejects(closeAccount(portal, boss, member.id), Forbidden);
    assert.equal((await getMember(portal.db, member.id)).state, 'active');
  });

  it('is refused for oneself', async () => {
    const boss = await someMember(portal);
    await someMember(portal);
    await assert.rejects(closeAccount(portal, boss, boss.id), Forbidden);
    await assert.rejects(changeRole(portal, boss, demote(boss.id)), Forbidden);
  });

  it('meets a Conflict when somebody else was faster, and changes nothing then', async () => {
    const [boss, member] = [await someMember(portal), await someMember(portal, 'editor')];
    await assert.rejects(
      changeRole(portal, boss, { id: member.id, from: 'auditor', to: 'reviewer' }),
      Conflict,
    );
    await assert.rejects(reopenAccount(portal, boss, member.id), Conflict);
    assert.equal((await getMember(portal.db, member.id)).role, 'editor');
    assert.equal((await portal.db('audit_entries').where({ actor: `staff:${boss.id}` })).length, 0);
  });
});
