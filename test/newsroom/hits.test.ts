import assert from 'node:assert/strict';
import { excerptOf, markHits } from '../../src/newsroom/hits.js';
import { searchWords } from '../../src/newsroom/search.js';

const shown = (text: string, question: string) =>
  markHits(text, searchWords(question))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('what was looked for', () => {
  const places: [string, string, string][] = [
    ['Der Kongress', 'kongress', 'Der [Kongress]'],
    ['Kongresse und Vorkongress', 'KONGRESS', '[Kongress]e und Vor[kongress]'],
    ['Öffentliche Hürden', 'hurden offentliche', '[Öffentliche] [Hürden]'],
    ['Große Straße', 'strasse', 'Große [Straße]'],
    ['Maße', 's', 'Ma[ß]e'],
    ['Der E\u2011Government-Kongress', 'e-government', 'Der [E\u2011Government]-Kongress'],
    ['Verwal\u00ADtung', 'verwaltung', '[Verwal\u00ADtung]'],
    ['Nguye\u0302\u0303n, Anna', 'nguyen', '[Nguye\u0302\u0303n], Anna'],
    ['aaa', 'aa', '[aaa]'],
    ['😀 Ein Wort', 'wort', '😀 Ein [Wort]'],
    ['Nichts', 'alles', 'Nichts'],
    ['', 'alles', ''],
  ];
  for (const [text, question, marked] of places)
    it(`stands in "${text}" as ${marked}`, () => {
      assert.equal(shown(text, question), marked);
      assert.equal(
        markHits(text, searchWords(question))
          .map((piece) => piece.text)
          .join(''),
        text,
      );
    });
});

describe('the words around what was looked for', () => {
  const long = `${'Davor '.repeat(80)}Onlinezugangsgesetz ${'danach '.repeat(80)}`;

  it('are a short text as a whole', () => {
    assert.equal(excerptOf(['Der Vorspann.', 'Ein Absatz.'], ['absatz']), 'Ein Absatz.');
  });

  it('begin and end between words, with the hit inside', () => {
    const excerpt = excerptOf([long], ['onlinezugangsgesetz'])!;
    assert.match(excerpt, /^… Davor .* Onlinezugangsgesetz danach .*danach …$/);
    assert.ok(excerpt.length < 250);
  });

  it('are those of the text with most of the words', () => {
    assert.equal(excerptOf(['Eins.', 'Eins und zwei.'], ['eins', 'zwei']), 'Eins und zwei.');
  });

  it('also fit at the beginning, at the end, and in a word without end', () => {
    assert.match(excerptOf([`Anfang ${long}`], ['anfang'])!, /^Anfang Davor .* …$/);
    assert.match(excerptOf([`${long}Ende`], ['ende'])!, /^… .*danach Ende$/);
    assert.ok(excerptOf([`x${'y'.repeat(1000)}`], ['yy'])!.length < 250);
  });

  it('do not exist where nothing was found', () => {
    assert.equal(excerptOf(['Ein Absatz.'], ['zwei']), undefined);
    assert.equal(excerptOf([], ['zwei']), undefined);
  });
});
