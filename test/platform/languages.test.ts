import assert from 'node:assert/strict';
import { inLanguage, isLang, preferredLanguage } from '../../src/platform/languages.js';

describe('the language of a visitor', () => {
  for (const [header, lang, why] of [
    [undefined, 'de', 'says nothing'],
    ['', 'de', 'says nothing at all'],
    ['en', 'en', 'wants English'],
    ['en-GB,en;q=0.9', 'en', 'wants British English'],
    ['de-AT, en;q=0.8', 'de', 'wants Austrian German'],
    ['en;q=0.5, de;q=0.9', 'de', 'wants German more'],
    ['de;q=0.5,en;q=0.9', 'en', 'wants English more'],
    ['en;q=0.8,de;q=0.8', 'de', 'wants both the same'],
    ['fr-FR, es;q=0.9', 'de', 'wants neither'],
    ['fr, en;q=0.3', 'en', 'wants French, then English'],
    ['en;q=0', 'de', 'rules English out'],
    ['EN-us', 'en', 'writes capitals'],
    ['en;q=nonsense', 'de', 'sends a broken weight'],
    ['*', 'de', 'takes any'],
  ] as const) {
    it(`is ${lang} for somebody who ${why}`, () => assert.equal(preferredLanguage(header), lang));
  }
});

describe('a text in both languages', () => {
  it('is read in the wanted one', () => {
    assert.equal(inLanguage({ de: 'Ort', en: 'Place' }, 'en'), 'Place');
    assert.equal(inLanguage({ de: 'Ort', en: 'Place' }, 'de'), 'Ort');
  });

  it('falls back to German', () => assert.equal(inLanguage({ de: 'Ort', en: '' }, 'en'), 'Ort'));
});

describe('the languages of the portal', () => {
  it('are German and English and nothing else', () => {
    assert.deepEqual(
      ['de', 'en', 'fr', '', undefined, 1, 'DE'].map((value) => isLang(value)),
      [true, true, false, false, false, false, false],
    );
  });
});
