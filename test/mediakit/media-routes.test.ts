import assert from 'node:assert/strict';
import { addAsset } from '../../src/mediakit/index.js';
import { recording } from '../mediadesk/example-files.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { addPhoto, exampleAsset } from './example-asset.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

describe('the pages of the media kit', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  it('show each picture with caption, credit line and downloads, in both languages', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const german = await browser.visit('/de/media');
    assert.equal(german.status, 200);
    for (const part of [
      'Der Saal von oben.',
      'Bild: Musterfoto &amp; Söhne / CC BY 4.0',
      'href="/media/saal/web"',
      'href="/media/saal/print"',
      'src="/media/saal/thumb" width="600" height="300" alt="Stuhlreihen vor einer Bühne" loading="lazy"',
      'Eine Datei',
    ])
      assert.ok(german.text.includes(part), part);
    const english = await browser.visit('/en/media');
    assert.match(english.text, /Image: Musterfoto &amp; Söhne \/ CC BY 4\.0/);
    assert.equal(german.headers['set-cookie'], undefined);
  });

  it('say so when there is nothing', async () => {
    assert.match((await browser.visit('/de/media')).text, /Hier liegt zurzeit nichts/);
  });

  it('filter by kind and by event, and count what there is', async () => {
    const [first, second] = [await anEvent(portal), await anEvent(portal)];
    await addPhoto(portal, { slug: 'saal', eventId: first.id });
    await addPhoto(portal, { slug: 'person', kind: 'portrait', eventId: first.id });
    await addPhoto(portal, { slug: 'anderes', eventId: second.id });
    const shown = async (query: string) =>
      [...(await browser.visit(`/de/media?${query}`)).text.matchAll(/href="\/de\/media\/([a-z]+)"/g)].map(
        ([, slug]) => slug,
      );
    assert.deepEqual(await shown(''), ['saal', 'person', 'anderes']);
    assert.deepEqual(await shown('kind=portrait'), ['person']);
    assert.deepEqual(await shown(`event=${second.slug}`), ['anderes']);
    assert.deepEqual(await shown(`event=${first.slug}&kind=photo`), ['saal']);
    assert.deepEqual(await shown('kind=unfug'), ['saal', 'person', 'anderes']);
    const all = (await browser.visit('/de/media')).text;
    assert.match(all, /Alle \(3\)/);
    assert.match(all, /Fotos \(2\)/);
  });

  it('let a recording be heard, and say what is said in it', async () => {
    const texts = {
      ...exampleAsset().texts,
      transcript: { de: 'Erster Satz.\n\nZweiter <Satz>.', en: 'First.' },
    };
    const asset = exampleAsset({ slug: 'o-ton', kind: 'audio', texts, people: ['Ada Beispiel'] });
    await addAsset(portal, 'system', asset, { content: recording() });
    const { text } = await browser.visit('/de/media/o-ton');
    for (const part of [
      '<audio class="portal-audio" controls preload="none" src="/media/o-ton/original"',
      '<p>Erster Satz.</p>',
      '<p>Zweiter &lt;Satz&gt;.</p>',
      'Ton: Musterfoto &amp; Söhne / CC BY 4.0',
      'Ada Beispiel',
    ])
      assert.ok(text.includes(part), part);
    assert.match((await browser.visit('/de/media?kind=audio')).text, /Tonaufnahmen \(1\)/);
    const file = await browser.visit('/media/o-ton/original');
    assert.equal(file.headers['content-type'], 'audio/wav');
    assert.match(file.headers['content-disposition']!, /o-ton\.wav/);
  });

  it('say where originals are offered that they are untouched', async () => {
    await addPhoto(portal, { slug: 'saal' });
    assert.match((await browser.visit('/de/media')).text, /aus allen Bildern entfernt\./);
    await addPhoto(portal, { slug: 'roh', offersOriginal: true });
    assert.match((await browser.visit('/de/media')).text, /nur Originale sind unverändert/);
    assert.match((await browser.visit('/de/media/roh')).text, /Original, unverändert/);
  });

  it('show one asset with rights, description and check sums of every file', async () => {
    await addPhoto(portal, { slug: 'saal', validUntil: new Date('2026-12-31T22:59:59Z') });
    const { status, text } = await browser.visit('/de/media/saal');
    assert.equal(status, 200);
    for (const { sha256 } of await portal.db('renditions').whereNot({ name: 'thumb' }).select('sha256'))
      assert.ok(text.includes(sha256));
    for (const part of ['Mara Musterfeld', 'Stuhlreihen vor einer Bühne', '31. Dezember 2026', 'ImageObject'])
      assert.ok(text.replaceAll('\u00A0', ' ').includes(part), part);
  });

  for (const path of ['/de/media/saal', '/en/media/saal']) {
    it(`keep ${path} back until the second of its embargo`, async () => {
      await addPhoto(portal, { slug: 'saal', embargoUntil: T });
      for (const [seconds, status] of [
        [-1, 404],
        [0, 200],
        [1, 200],
      ] as const) {
        portal.moveClock(around(seconds));
        assert.equal((await browser.visit(path)).status, status, `${seconds}`);
        const list = (await browser.visit(path.replace('/saal', ''))).text;
        assert.equal(list.includes('saal'), status === 200);
      }
    });
  }

  it('do not know an unknown asset', async () => {
    assert.equal((await browser.visit('/de/media/nirgends')).status, 404);
  });
});
