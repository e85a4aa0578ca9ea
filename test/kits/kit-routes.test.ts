import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Event } from '../../src/events/index.js';
import { saveAsset, withdrawAsset } from '../../src/mediadesk/change-asset.js';
import { addAsset, listAssets } from '../../src/mediakit/index.js';
import { openMediaFiles } from '../../src/platform/media-files.js';
import { agencyPhoto } from '../mediadesk/example-files.js';
import { addPhoto, DRAWING, exampleAsset } from '../mediakit/example-asset.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { anEvent, aPdf } from '../support/factories.js';
import { rightsOf, tracesOf } from '../support/metadata.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const both = (text: string) => ({ de: text, en: text });

interface Manifest {
  event: { slug: string };
  files: { name: string; sha256: string; bytes: number }[];
}

describe('the kit of an event', () => {
  let portal: TestPortal;
  let browser: Browser;
  let event: Event;
  let path: string;
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
    event = await anEvent(portal);
    path = `/de/media/${event.slug}.zip`;
  });
  afterEach(() => portal.close());

  const get = (headers: Record<string, string> = {}, at = path) =>
    browser.agent
      .get(at)
      .set(headers)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
  const unpack = (body: Buffer) =>
    Object.fromEntries(
      Object.entries(unzipSync(body)).map(([name, content]) => [name, Buffer.from(content)]),
    );
  const manifestOf = (files: Record<string, Buffer>): Manifest =>
    JSON.parse(files['manifest.json']!.toString());
  const photoOf = (changes = {}) => addPhoto(portal, { eventId: event.id, ...changes });

  it('holds every file of the page, the captions in both languages, and a manifest of all of it', async () => {
    await photoOf({ slug: 'saal' });
    await addAsset(
      portal,
      'system',
      exampleAsset({
        slug: 'logo',
        kind: 'logo',
        eventId: event.id,
        texts: { ...exampleAsset().texts, title: both('Wortmarke') },
      }),
      { content: DRAWING },
    );
    await addAsset(
      portal,
      'system',
      exampleAsset({
        slug: 'blatt',
        kind: 'document',
        eventId: event.id,
        texts: { ...exampleAsset().texts, title: both('Faktenblatt') },
      }),
      { content: aPdf() },
    );
    await photoOf({ slug: 'fremd', eventId: undefined });
    const { status, headers, body } = await get();
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'application/zip');
    assert.equal(Number(headers['content-length']), body.length);
    assert.match(headers['content-disposition']!, new RegExp(`${event.slug}-medienpaket\\.zip`));
    assert.equal(headers['set-cookie'], undefined);
    const files = unpack(body);
    assert.deepEqual(Object.keys(files), [
      'manifest.json',
      'captions.txt',
      'captions.csv',
      'Der Saal – Der Saal von oben – Web.jpg',
      'Der Saal – Der Saal von oben – Druck.jpg',
      'Wortmarke – Der Saal von oben – Web.png',
      'Wortmarke – Der Saal von oben – Druck.png',
      'Wortmarke – Der Saal von oben – Vektor.svg',
      'Faktenblatt – Der Saal von oben.pdf',
    ]);
    const manifest = manifestOf(files);
    assert.deepEqual(
      manifest.files,
      Object.entries(files)
        .slice(1)
        .map(([name, content]) => ({
          name,
          sha256: createHash('sha256').update(content).digest('hex'),
          bytes: content.length,
        })),
    );
    const page = (await browser.visit('/de/media')).text;
    assert.match(page, new RegExp(`href="${path}" download`));
    assert.match(page, /3 Dateien in allen Fassungen/);
  });

  it('says captions and credits in both languages, and runs nothing in a spreadsheet', async () => {
    await photoOf({ slug: 'saal', texts: { ...exampleAsset().texts, title: both('=SUMME(1;2)') } });
    const files = unpack((await get()).body);
    const text = files['captions.txt']!.toString();
    for (const part of [
      'Bild: Musterfoto & Söhne / CC BY 4.0',
      'Image: Musterfoto & Söhne / CC BY 4.0',
      'Stuhlreihen vor einer Bühne',
      'Rows of chairs in front of a stage',
      'https://press.example/de/media/saal',
    ])
      assert.ok(text.includes(part), part);
    const csv = files['captions.csv']!.toString();
    assert.equal(csv.charCodeAt(0), 0xfeff);
    assert.equal(csv.trim().split('\r\n').length, 3);
    assert.match(csv, /;"'=SUMME\(1;2\)";/);
    assert.match(csv, /caption_de;caption_en/);
  });

  it('names files in the language of the page, each name once, whatever they are called', async () => {
    const titles = ['Größe/Breite: „A“?', 'größe breite „a“', 'CON.', '\u202Egpj.exe', ''];
    for (const [at, title] of titles.entries())
      await photoOf({
        slug: `b${at}`,
        texts: { ...exampleAsset().texts, title: { de: title, en: '' }, caption: both('') },
      });
    const names = Object.keys(unpack((await get()).body)).slice(3);
    assert.deepEqual(
      names.filter((name) => name.includes('Web')),
      [
        'Größe Breite „A“ – Web.jpg',
        'größe breite „a“ (2) – Web.jpg',
        'CON – Web.jpg',
        'gpj.exe – Web.jpg',
        '_ – Web.jpg',
      ],
    );
    assert.equal(new Set(names).size, names.length);
    const english = Object.keys(unpack((await get({}, path.replace('/de/', '/en/'))).body));
    assert.ok(english.includes('CON – Print.jpg'));
  });

  it('carries the rights in every picture inside, read by somebody else’s program, and no trace of a camera', async () => {
    const asset = exampleAsset({ slug: 'saal', eventId: event.id });
    await addAsset(portal, 'system', asset, { content: await agencyPhoto() });
    const files = unpack((await get()).body);
    const pictures = Object.entries(files).filter(([name]) => name.endsWith('.jpg'));
    assert.equal(pictures.length, 2);
    for (const [name, content] of pictures) {
      const found = await rightsOf(content);
      assert.equal(found.credit, 'Musterfoto & Söhne', name);
      assert.equal(found.alt.de, 'Stuhlreihen vor einer Bühne', name);
      assert.deepEqual(tracesOf(found.groups), [], name);
    }
  });

  it('is the same to the byte every time, in every time zone, until something changes', async () => {
    await photoOf({ slug: 'saal' });
    const first = await get();
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env.TZ = other;
        const again = await get();
        assert.ok(again.body.equals(first.body), other);
        assert.equal(again.headers.etag, first.headers.etag);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    assert.doesNotMatch(first.headers.etag!, /^W/);
    await portal.db('assets').update({ licensor: 'jemand anderes' });
    const changed = await get();
    assert.notEqual(changed.headers.etag, first.headers.etag);
  });

  it('comes in parts, and continues only what is still the same', async () => {
    await photoOf({ slug: 'saal' });
    const whole = await get();
    const { etag } = whole.headers;
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      ['bytes=100-4099', 100, 4100],
      ['bytes=5000-', 5000, whole.body.length],
      ['bytes=-30', whole.body.length - 30, whole.body.length],
    ] as const) {
      const part = await get({ Range: range, 'If-Range': etag! });
      assert.equal(part.status, 206, range);
      assert.equal(part.headers['content-range'], `bytes ${from}-${to - 1}/${whole.body.length}`);
      assert.equal(Number(part.headers['content-length']), to - from);
      assert.ok(part.body.equals(whole.body.subarray(from, to)), range);
    }
    assert.equal((await get({ Range: 'bytes=5-9', 'If-Range': '"anders"' })).status, 200);
    assert.equal((await get({ Range: 'bytes=0-1,5-9' })).status, 200);
    assert.equal((await get({ Range: 'unfug' })).status, 200);
    const beyond = await get({ Range: `bytes=${whole.body.length}-` });
    assert.equal(beyond.status, 416);
    assert.equal(beyond.headers['content-range'], `bytes */${whole.body.length}`);
  });

  it('is not sent again to who has it, and answers HEAD and If-Match', async () => {
    await photoOf({ slug: 'saal' });
    const { headers } = await get();
    assert.equal((await get({ 'If-None-Match': headers.etag! })).status, 304);
    assert.equal((await get({ 'If-Match': '"anders"' })).status, 412);
    assert.equal((await get({ 'If-Match': headers.etag! })).status, 200);
    const head = await browser.agent.head(path);
    assert.equal(head.status, 200);
    for (const name of ['etag', 'content-length', 'content-type', 'accept-ranges', 'cache-control'])
      assert.equal(head.headers[name], headers[name], name);
  });

  it('keeps back what is under embargo until its second, also from parts, HEAD and who has it already', async () => {
    await photoOf({ slug: 'immer' });
    await photoOf({
      slug: 'spaeter',
      embargoUntil: T,
      texts: { ...exampleAsset().texts, title: both('Geheim') },
    });
    portal.moveClock(around(-1));
    const before = await get();
    const names = (body: Buffer) => Object.keys(unpack(body)).join();
    assert.doesNotMatch(names(before.body), /Geheim/);
    assert.doesNotMatch(before.body.toString('latin1'), /Geheim|spaeter/);
    portal.moveClock(T);
    const after = await get({ 'If-None-Match': before.headers.etag! });
    assert.equal(after.status, 200);
    assert.match(names(after.body), /Geheim/);
    assert.equal((await get({ Range: 'bytes=0-9', 'If-Range': before.headers.etag! })).status, 200);
  });

  it('does not exist for an unknown event, a draft, and an event without files', async () => {
    assert.equal((await get()).status, 404);
    assert.equal((await get({}, '/de/media/nirgends.zip')).status, 404);
    await photoOf({ slug: 'saal' });
    await portal.db('events').update({ state: 'draft' });
    assert.equal((await get()).status, 404);
  });

  it('is of one moment while a colleague changes, publishes and withdraws', async () => {
    for (const slug of ['a', 'b', 'c']) await photoOf({ slug });
    let goesOn = true;
    const editing = (async () => {
      for (let round = 0; goesOn; round += 1) {
        const [one, , other] = await listAssets(portal.db);
        await saveAsset(portal, 'staff:1', one!, { ...one!, credit: `Nachweis ${round}` });
        if (other!.state === 'published') await withdrawAsset(portal, 'staff:1', other!);
        else await saveAsset(portal, 'staff:1', other!, other!, 'publish');
      }
    })();
    for (let round = 0; round < 15; round += 1) {
      const { status, headers, body } = await get();
      assert.equal(status, 200);
      assert.equal(body.length, Number(headers['content-length']));
      const files = unpack(body);
      const { files: listed } = manifestOf(files);
      assert.deepEqual(['manifest.json', ...listed.map(({ name }) => name)], Object.keys(files));
      for (const { name, sha256 } of listed)
        assert.equal(createHash('sha256').update(files[name]!).digest('hex'), sha256, name);
      const credits = new Set(files['captions.txt']!.toString().match(/Nachweis \d+/g));
      const inside = await rightsOf(files[listed[2]!.name]!);
      assert.ok(credits.size === 0 || credits.has(inside.credit), `${[...credits]} – ${inside.credit}`);
    }
    goesOn = false;
    await editing;
  });

  it('is broken off, and not ended, when a file is gone from the disk', async () => {
    await photoOf({ slug: 'saal' });
    rmSync(openMediaFiles(portal.config.dataDir).folder, { recursive: true });
    await assert.rejects(get().then(), /aborted|socket|ECONNRESET|hang up/i);
  });
});
