import assert from 'node:assert/strict';
import { fold, searchTextOf, searchWords } from '../../src/newsroom/search.js';
import { exampleRelease } from './example-release.js';

describe('searching releases', () => {
  const pairs: [string, string][] = [
    ['ÖFFENTLICH', 'öffentlich'],
    ['Hürden', 'hurden'],
    ['Straße', 'STRASSE'],
    ['Nguyễn', 'nguyen'],
    ['  viele \n Leerzeichen ', 'viele leerzeichen'],
  ];
  for (const [written, typed] of pairs)
    it(`finds "${written.trim()}" by "${typed}"`, () => assert.equal(fold(written), fold(typed)));

  it('looks into title, teaser, text and quotes, but not into links', () => {
    const text = searchTextOf(exampleRelease({ body: 'Ein **fetter** [Verweis](https://a.example)' }));
    for (const word of ['titelzeile', 'unterzeile', 'vorspann', 'fetter', 'verweis', 'zitat', 'mustermann'])
      assert.ok(text.includes(word), word);
    assert.ok(!text.includes('*'));
  });

  it('takes a question apart, and not without end', () => {
    assert.deepEqual(searchWords(' Zwei  Wörter '), ['zwei', 'worter']);
    assert.deepEqual(searchWords(''), []);
    assert.equal(searchWords('a '.repeat(100)).length, 8);
  });
});
