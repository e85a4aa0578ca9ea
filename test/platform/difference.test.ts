import assert from 'node:assert/strict';
import { differenceOf } from '../../src/platform/difference.js';

const shown = (before: string, after: string) =>
  differenceOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}[${text}]`))
    .join('');

describe('the difference of two texts', () => {
  for (const [what, before, after, expected] of [
    ['nothing', 'Guten Tag', 'Guten Tag', 'Guten Tag'],
    ['a word changed', 'Guten Tag Ute', 'Guten Abend Ute', 'Guten -[Tag]+[Abend] Ute'],
    ['a word more', 'Guten Tag', 'Guten schönen Tag', 'Guten +[schönen ]Tag'],
    ['a word less', 'Guten schönen Tag', 'Guten Tag', 'Guten -[schönen ]Tag'],
    ['a line more', 'a\nb', 'a\nx\nb', 'a\n+[x\n]b'],
    ['everything', 'a', 'b', '-[a]+[b]'],
    ['from nothing', '', 'a b', '+[a b]'],
  ] as const) {
    it(`shows ${what}`, () => assert.equal(shown(before, after), expected));
  }

  it('leaves both texts whole, whatever they are', () => {
    const [before, after] = [
      '{name}, wir\n\nprüfen  Ihren Antrag.\n{link}',
      '{name}, wir\nlehnen ab.\n\n{link}\n',
    ];
    const parts = differenceOf(before, after);
    const side = (left: string) =>
      parts
        .filter(({ kind }) => kind === 'same' || kind === left)
        .map(({ text }) => text)
        .join('');
    assert.deepEqual([side('gone'), side('new')], [before, after]);
  });

  it('shows the changed middle as a whole where there is too much to compare', () => {
    const words = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ');
    const parts = differenceOf(`a ${words('x')} z`, `a ${words('y')} z`);
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['same', 'gone', 'new', 'same'],
    );
  });
});
