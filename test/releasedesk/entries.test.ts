import assert from 'node:assert/strict';
import {
  contentFrom,
  enterEdit,
  MAX_QUOTES,
  planFrom,
  quoteRows,
  rearranged,
  settled,
} from '../../src/releasedesk/entries.js';
import { exampleRelease } from '../newsroom/example-release.js';

const quote = (speaker: string) => ({ text: `Sagt ${speaker}.`, speaker, function: 'Sprecherin' });
const { id: _id, ...release } = { id: 1, ...exampleRelease() };
const content = {
  ...{ place: release.place, title: release.title, subtitle: release.subtitle, teaser: release.teaser },
  ...{ contact: release.contact, boilerplate: release.boilerplate, assets: ['logo', 'stage', 'hall'] },
  body: 'Anfang.\n\n[1]\n\nMitte.\n\n[2]\n\n[3]\n\nEnde.',
  quotes: ['A', 'B', 'C'].map(quote),
};
const plan = {
  eventId: 7,
  atOnce: false,
  publishAt: new Date('2024-10-27T01:30:00Z'),
  embargoUntil: new Date('2024-10-27T00:30:00Z'),
};

describe('the form of a release', () => {
  const entered = enterEdit({ content, plan });

  it('gives back what was entered, also both hours of the night that has one twice', () => {
    assert.deepEqual(contentFrom(entered), content);
    assert.deepEqual(planFrom(entered), plan);
    assert.deepEqual([entered.publishAt, entered.embargoUntil], ['2024-10-27T02:30', '2024-10-27T02:30']);
  });

  it('knows no time where a release appears at once', () => {
    const atOnce = { ...plan, atOnce: true, publishAt: undefined };
    assert.deepEqual(planFrom(enterEdit({ content, plan: atOnce })), atOnce);
    assert.deepEqual(planFrom({ ...entered, when: 'atOnce' }).publishAt, undefined);
  });

  it('takes a quote out, and each place in the text still means the same quote', () => {
    const after = contentFrom(rearranged(entered, 'quote-remove:2')!);
    assert.deepEqual(after.quotes, [quote('A'), quote('C')]);
    assert.equal(after.body, 'Anfang.\n\n[1]\n\nMitte.\n\n[2]\n\nEnde.');
  });

  it('adds an empty quote, up to a limit', () => {
    assert.equal(quoteRows(rearranged(entered, 'quote-add')!), 4);
    let many = entered;
    for (let row = 0; row < 20; row += 1) many = rearranged(many, 'quote-add')!;
    assert.equal(quoteRows(many), MAX_QUOTES);
  });

  it('drops quotes left empty, and takes ticked attachments once', () => {
    const after = settled({
      ...rearranged(entered, 'quote-add')!,
      ...{ quoteText1: ' ', quoteSpeaker1: '', quoteFunction1: '' },
      'addAssets[]': ['logo', 'sheet'],
    });
    assert.deepEqual(contentFrom(after).quotes, [quote('B'), quote('C')]);
    assert.match(contentFrom(after).body, /^Anfang\.\n\nMitte\.\n\n\[1\]\n\n\[2\]/);
    assert.deepEqual(contentFrom(after).assets, ['logo', 'stage', 'hall', 'sheet']);
  });

  for (const [step, assets] of [
    ['asset-up:stage', ['stage', 'logo', 'hall']],
    ['asset-down:stage', ['logo', 'hall', 'stage']],
    ['asset-up:logo', ['logo', 'stage', 'hall']],
    ['asset-down:hall', ['logo', 'stage', 'hall']],
    ['asset-remove:logo', ['stage', 'hall']],
    ['asset-remove:unknown', ['logo', 'stage', 'hall']],
  ] as const) {
    it(`answers ${step} with ${assets.join(', ')}`, () =>
      assert.deepEqual(contentFrom(rearranged(entered, step)!).assets, assets));
  }

  it('saves for every other button', () => assert.equal(rearranged(entered, 'save'), undefined));
});
