import assert from 'node:assert/strict';
import { differenceOf } from '../../src/platform/difference.js';
import { paragraphsWithChanges } from '../../src/versions/paragraphs.js';

const shown = (before: string, after: string) =>
  paragraphsWithChanges(differenceOf(before, after)).map((paragraph) =>
    paragraph
      .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}[${text}]`))
      .join(''),
  );

describe('the paragraphs in which something changed', () => {
  it('are the only ones', () => {
    const text = (count: number) => `Eins.\n\nEs sind ${count} Vorträge.\n\nDrei.\n \nVier.`;
    assert.deepEqual(shown(text(23), text(24)), ['Es sind -[23]+[24] Vorträge.']);
  });

  it('may be several, and may be new as a whole', () => {
    assert.deepEqual(shown('A b.\n\nC.\n\nD e.', 'A x.\n\nC.\n\nD y.'), ['A -[b.]+[x.]', 'D -[e.]+[y.]']);
    assert.deepEqual(shown('A.', 'A.\n\nB.'), ['A.+[\n\nB.]']);
    assert.deepEqual(shown('', 'Neu.'), ['+[Neu.]']);
  });

  it('are none where nothing changed', () => assert.deepEqual(shown('A.\n\nB.', 'A.\n\nB.'), []));
});
