import assert from 'node:assert/strict';
import { kitOf } from '../../src/kits/index.js';
import type { Asset } from '../../src/mediakit/index.js';
import { exampleAsset } from '../mediakit/example-asset.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

/** As it lies in the database, with one file. */
function anAsset(changes: Partial<Asset> = {}): Asset {
  return {
    ...exampleAsset(),
    id: 1,
    slug: 'saal',
    state: 'published',
    position: 1,
    version: 1,
    licensor: '',
    people: [],
    takenOn: '',
    embargoUntil: undefined,
    validUntil: undefined,
    noEnd: true,
    offersOriginal: false,
    publishedAt: T,
    addressKept: false,
    withdrawnAt: undefined,
    updatedAt: T,
    master: undefined,
    renditions: [
      {
        name: 'web',
        fileName: 'saal-web.jpg',
        contentType: 'image/jpeg',
        bytes: 9,
        width: 3,
        height: 2,
        sha256: 'a'.repeat(64),
      },
    ],
    ...changes,
  };
}
const event = { slug: 'kongress', title: { de: 'Kongress', en: 'Congress' } };
const kit = (assets: Asset[], now = T, lang: 'de' | 'en' = 'de') =>
  kitOf({ lang, event, assets, baseUrl: 'https://press.example', now });

describe('what a kit holds', () => {
  it('is under its notice, in a file of its own and over the captions, as long as anything in it is under embargo', () => {
    const assets = [anAsset(), anAsset({ embargoUntil: T })];
    const { entries } = kit(assets, around(-1));
    const notice = entries.find(({ name }) => name === 'SPERRFRIST.txt');
    assert.match(
      notice!.content!.toString(),
      /^Sperrfrist: .*24\.\sOktober\s2024,\s9:15\sUhr\sMESZ\. Vorher darf/,
    );
    const captions = entries.find(({ name }) => name === 'captions.txt')!.content!.toString();
    assert.match(captions, /^Kongress\n\nSperrfrist: [\s\S]*Congress\n\nEmbargo: /);
    assert.ok(kit(assets, around(-1), 'en').entries.some(({ name }) => name === 'EMBARGO.txt'));
    assert.equal(
      kit(assets, T).entries.some(({ name }) => name === 'SPERRFRIST.txt'),
      false,
    );
  });

  it('has names that are neither endless nor cut within a character', () => {
    const texts = { ...exampleAsset().texts, title: { de: 'Übergabe 🎉 '.repeat(40), en: '' } };
    const [, , , file] = kit([anAsset({ texts })]).entries;
    assert.match(file!.name, /^Übergabe 🎉 .*(Übergabe|🎉) – Web\.jpg$/u);
    assert.ok(Buffer.byteLength(file!.name) < 255);
  });

  it('says no caption twice, and only its first sentence', () => {
    const texts = { ...exampleAsset().texts, title: { de: 'Der Saal', en: '' } };
    const name = (caption: string) =>
      kit([anAsset({ texts: { ...texts, caption: { de: caption, en: '' } } })]).entries[3]!.name;
    assert.equal(name('Der Saal.'), 'Der Saal – Web.jpg');
    assert.equal(name('Blick nach vorn. Noch ein Satz.'), 'Der Saal – Blick nach vorn – Web.jpg');
  });

  it('has no name that is a device to Windows', () => {
    const texts = { ...exampleAsset().texts, caption: { de: 'Eine.', en: '' } };
    const name = (title: string) =>
      kit([anAsset({ texts: { ...texts, title: { de: title, en: '' } } })]).entries[3]!.name;
    assert.equal(name('Aux. Anlagen'), '_Aux. Anlagen – Eine – Web.jpg');
    assert.equal(name('Auxiliar'), 'Auxiliar – Eine – Web.jpg');
  });
});
