import assert from 'node:assert/strict';
import { headOf } from '../../src/platform/head.js';
import { translator } from '../../src/platform/i18n.js';

const HERE = {
  lang: 'de',
  baseUrl: 'https://press.example',
  path: '/de/press',
  otherPath: '/en/press?q=x',
  listed: true,
} as const;
const t = translator('de');

describe('the head of a public page', () => {
  it('names its address and both languages, without what was searched for', () => {
    const head = headOf({ title: 'Medieninfos' }, HERE, t);
    assert.equal(head.canonical, 'https://press.example/de/press');
    assert.deepEqual(head.alternates, [
      { lang: 'de', href: 'https://press.example/de/press' },
      { lang: 'en', href: 'https://press.example/en/press' },
    ]);
  });

  it('takes the address the page gives itself', () => {
    const head = headOf({ title: 'x', canonicalPath: '/de/press?page=2' }, HERE, t);
    assert.equal(head.canonical, 'https://press.example/de/press?page=2');
  });

  it('leads from a page that nobody shall find to the one that everybody may', () => {
    const address = { ...HERE, listed: false };
    const head = headOf({ title: 'x', canonicalPath: '/de/press/2024/x' }, address, t);
    assert.deepEqual(head, {
      canonical: 'https://press.example/de/press/2024/x',
      alternates: [],
      preview: [],
    });
  });

  it('shows title, description and picture in link previews', () => {
    const picture = { path: '/media/1/web', alt: 'Bühne', width: 1600, height: 900 };
    const head = headOf({ title: 'Titel', description: 'Kurz', picture, previewType: 'article' }, HERE, t);
    const preview = Object.fromEntries(head.preview.map(({ property, content }) => [property, content]));
    assert.equal(preview['og:title'], 'Titel');
    assert.equal(preview['og:type'], 'article');
    assert.equal(preview['og:image'], 'https://press.example/media/1/web');
    assert.equal(preview['og:image:alt'], 'Bühne');
    assert.equal(preview['og:image:width'], '1600');
    assert.equal(preview['twitter:card'], 'summary_large_image');
    assert.equal(preview['og:locale'], 'de_DE');
  });

  it('leaves out what a page does not have', () => {
    const head = headOf({ title: 'x' }, { ...HERE, otherPath: '' }, t);
    assert.deepEqual(head.alternates, []);
    assert.ok(!head.preview.some(({ property }) => property === 'og:image' || property === 'og:description'));
  });

  it('names no translation where the other language only has something nearby', () => {
    assert.deepEqual(headOf({ title: 'x', untranslated: true }, HERE, t).alternates, []);
  });

  for (const [what, address] of [
    ['a personal page', { ...HERE, listed: false }],
    ['the answer to a sent form', { ...HERE, path: '' }],
  ] as const) {
    it(`says nothing about ${what}`, () => {
      assert.deepEqual(headOf({ title: 'x' }, address, t), { canonical: '', alternates: [], preview: [] });
    });
  }
});
