import assert from 'node:assert/strict';
import { bodyParts, countsOf } from '../../src/newsroom/body.js';

const quotes = [
  { text: 'Eins.', speaker: 'Erika Mustermann', function: '' },
  { text: 'Zwei.', speaker: 'Erika Mustermann', function: '' },
];
const shortened = (body: string) =>
  bodyParts({ body, quotes }).map((part) => (part.kind === 'quote' ? part.number : part.markdown));

describe('the text of a release', () => {
  it('has its quotes where they are placed', () => {
    assert.deepEqual(shortened('A\n\n[2]\n\nB\n\n[1]'), ['A', 2, 'B', 1]);
    assert.deepEqual(shortened('[1]\r\n\r\nA\r\n\r\n[2]'), [1, 'A', 2]);
  });

  it('has the quotes nobody placed at its end, and each only once', () => {
    assert.deepEqual(shortened('A'), ['A', 1, 2]);
    assert.deepEqual(shortened('[2]\n\nA\n\n[2]'), [2, 'A', 1]);
  });

  it('does not know quotes that do not exist', () => {
    assert.deepEqual(shortened('A\n\n[7]\n\n[0]\n\nB'), ['A', 'B', 1, 2]);
  });

  it('leaves a number in brackets alone inside a sentence', () => {
    assert.deepEqual(shortened('A [1] B')[0], 'A [1] B');
  });

  it('is counted as it would be printed: teaser, text and quotes, without markup', () => {
    const release = {
      teaser: 'Zwei Wörter.',
      body: '## Titel\n\n**Fett** – und mehr',
      quotes: [{ text: 'Ein Zitat.', speaker: 'zählt nicht', function: '' }],
    };
    const printed = 'Zwei Wörter. Titel Fett – und mehr Ein Zitat.';
    assert.deepEqual(countsOf(release), { characters: printed.length, words: 8, seconds: 5 });
  });

  it('is as long as it takes to read it aloud', () => {
    const release = { teaser: 'Wort '.repeat(260), body: '', quotes: [] };
    assert.equal(countsOf(release).seconds, 120);
    assert.deepEqual(countsOf({ teaser: '', body: '', quotes: [] }), { characters: 0, words: 0, seconds: 0 });
  });
});
