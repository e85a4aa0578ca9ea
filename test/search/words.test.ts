import assert from 'node:assert/strict';
import { searchWords } from '../../src/search/words.js';

describe('the words of a search', () => {
  it('folds umlauts, their spelling with e, sharp s and accents', () => {
    for (const name of ['Müller', 'Mueller', 'MULLER', 'Mu\u0308ller'])
      assert.deepEqual(searchWords(name), ['muller']);
    assert.deepEqual(searchWords('Groß Łódź Ørsted'), ['gross', 'lodz', 'orsted']);
  });

  it('makes signs and operators what they are between words: nothing', () => {
    assert.deepEqual(searchWords('"a" OR (b*) & c:\'-- TEK24-7K3F'), ['a', 'or', 'b', 'c', 'tek24', '7k3f']);
    assert.deepEqual(searchWords(' -- "" '), []);
  });

  it('takes eight words of sixty letters at most', () => {
    assert.equal(searchWords('a b c d e f g h i').length, 8);
    assert.equal(searchWords('x'.repeat(99))[0]?.length, 60);
  });
});
