import assert from 'node:assert/strict';
import { translateMessage, translator } from '../../src/platform/i18n.js';
import { inLanguage, preferredLanguage } from '../../src/platform/languages.js';

describe('texts on screen', () => {
  const [de, en] = [translator('de'), translator('en')];

  it('come in the language asked for', () => {
    assert.equal(de('layout:skip'), 'Zum Inhalt springen');
    assert.equal(en('layout:skip'), 'Skip to content');
  });

  it('take values as they are and leave escaping to the view', () => {
    assert.equal(de('errors:reference', { reference: '<b>&' }).endsWith('<b>&'), true);
  });

  it('count', () => {
    assert.equal(de('site:home.band.days.open', { count: 1 }), 'Noch 1 Tag');
    assert.equal(en('site:home.band.days.open', { count: 3 }), '3 days left');
  });

  it('are missed loudly', () => {
    assert.throws(() => de('layout:nobodyWroteThis'), /No de text for layout:nobodyWroteThis/);
  });

  it('can be a key or a key with values', () => {
    assert.equal(translateMessage(en, 'errors:home'), 'To the home page');
    assert.match(translateMessage(en, { key: 'errors:code', values: { status: 404 } }), /404/);
  });
});

describe('the language of a visitor', () => {
  const wishes: [string | undefined, string][] = [
    [undefined, 'de'],
    ['', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['fr,en;q=0.5,de;q=0.2', 'en'],
    ['fr', 'de'],
    ['en;q=0', 'de'],
    ['en;q=nonsense', 'de'],
  ];
  for (const [header, lang] of wishes) {
    it(`is ${lang} for "${header}"`, () => assert.equal(preferredLanguage(header), lang));
  }

  it('falls back to the German text where the English one is still empty', () => {
    assert.equal(inLanguage({ de: 'Bühne', en: '' }, 'en'), 'Bühne');
    assert.equal(inLanguage({ de: 'Bühne', en: 'Stage' }, 'en'), 'Stage');
  });
});
