import assert from 'node:assert/strict';
import { slugOf, untaken } from '../../src/platform/slugs.js';

describe('the last part of an address', () => {
  for (const [title, slug] of [
    ['Digitale Verwaltung: Was der Kongress zeigt', 'digitale-verwaltung-was-der-kongress-zeigt'],
    ['Größe, Übermut & Ärger', 'groesse-uebermut-aerger'],
    ['Élan vital – 24. Oktober', 'elan-vital-24-oktober'],
    ['  „…“  ', ''],
  ] as const) {
    it(`of “${title}” is “${slug}”`, () => assert.equal(slugOf(title, 80), slug));
  }

  it('is cut without a hyphen left over', () => assert.equal(slugOf('Ein langer Titel', 4), 'ein'));

  it('gets a number where somebody has the name already', () => {
    assert.equal(untaken('logo', []), 'logo');
    assert.equal(untaken('logo', ['logo', 'logo-2']), 'logo-3');
  });
});
