import assert from 'node:assert/strict';
import { Conflict } from '../../src/platform/errors.js';
import { addReason, changeReason, moveReason, shiftReason } from '../../src/reasons/change-reason.js';
import { isOffered, offeredReasons, type Reason } from '../../src/reasons/reason.js';
import { readCatalogue } from '../../src/reasons/reason-repository.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

/** Promised in the contract: forms and programs send them. */
const SHIPPED = {
  approve_limited: ['area', 'time', 'no_camera'],
  waitlist: ['capacity', 'outlet_share', 'late'],
  reject: ['no_proof', 'proof_invalid', 'not_press', 'capacity', 'late', 'security'],
  enquire: ['card_unreadable', 'card_expired', 'assignment_missing', 'samples_unnamed'],
  revoke: ['false_statements', 'outlet_left', 'house_rules', 'security'],
} as const;
const same = (text: string) => ({ de: text, en: text });
const TEXTS = { label: same('Wetter'), hint: same(''), text: same('Es regnet.') };

onBothDatabases('the catalogue of reasons', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
  });
  after(() => portal.close());

  const catalogue = () => readCatalogue(portal.db);
  const find = async (test: (reason: Reason) => boolean) => (await catalogue()).find(test)!;

  it('has the shipped reasons in both languages', async () => {
    const all = await catalogue();
    for (const [decision, keys] of Object.entries(SHIPPED))
      assert.deepEqual(
        offeredReasons(all, decision as keyof typeof SHIPPED).map(({ key }) => key),
        keys,
      );
    for (const { texts } of all)
      for (const part of Object.values(texts)) assert.ok(part.de && part.en && part.de !== part.en);
  });

  it('takes a new reason for several decisions, as the last one of each', async () => {
    assert.ok(
      await addReason(portal, 'staff:1', { key: 'weather', texts: TEXTS, decisions: ['reject', 'revoke'] }),
    );
    const all = await catalogue();
    assert.equal(offeredReasons(all, 'reject').at(-1)?.key, 'weather');
    assert.equal(offeredReasons(all, 'revoke').at(-1)?.key, 'weather');
  });

  it('does not take a key twice for one decision', async () => {
    const again = { key: 'weather', texts: TEXTS, decisions: ['waitlist', 'reject'] } as const;
    assert.equal(await addReason(portal, 'staff:1', again), false);
    assert.ok(!isOffered(await catalogue(), 'waitlist', 'weather'));
  });

  it('changes words and decisions, and tells the second of two editors', async () => {
    const { id, version } = await find(({ key }) => key === 'weather');
    const texts = { ...TEXTS, text: same('Es schneit.') };
    await changeReason(portal, 'staff:1', { id, version }, { texts, decisions: ['waitlist', 'reject'] });
    const changed = await find((reason) => reason.id === id);
    assert.equal(changed.texts.text.de, 'Es schneit.');
    const all = await catalogue();
    assert.deepEqual(
      [isOffered(all, 'waitlist', 'weather'), isOffered(all, 'revoke', 'weather')],
      [true, false],
    );
    const late = changeReason(portal, 'staff:2', { id, version }, { texts, decisions: ['reject'] });
    await assert.rejects(late, Conflict);
  });

  it('retires and offers again, by the table of steps', async () => {
    const { id, version } = await find(({ key }) => key === 'not_press');
    await assert.rejects(moveReason(portal, 'staff:1', { id, version }, 'offer'), Conflict);
    await moveReason(portal, 'staff:1', { id, version }, 'retire');
    assert.ok(!isOffered(await catalogue(), 'reject', 'not_press'));
    await moveReason(portal, 'staff:1', { id, version: version + 1 }, 'offer');
    assert.ok(isOffered(await catalogue(), 'reject', 'not_press'));
  });

  it('changes places in one decision only, and once for a double click', async () => {
    const { id, uses } = await find((reason) => reason.key === 'security');
    const { position } = uses.find(({ decision }) => decision === 'reject')!;
    const shift = { id, decision: 'reject', position, up: true } as const;
    const before = offeredReasons(await catalogue(), 'revoke');
    await shiftReason(portal, 'staff:1', shift);
    await assert.rejects(shiftReason(portal, 'staff:1', shift), Conflict);
    const all = await catalogue();
    assert.deepEqual(
      offeredReasons(all, 'reject')
        .map(({ key }) => key)
        .slice(4, 6),
      ['security', 'late'],
    );
    assert.deepEqual(
      offeredReasons(all, 'revoke').map(({ key }) => key),
      before.map(({ key }) => key),
    );
  });
});
