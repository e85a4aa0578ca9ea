import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { addAsset } from '../../src/mediakit/index.js';
import { openMediaFiles } from '../../src/platform/media-files.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { addPhoto, DRAWING, exampleAsset } from './example-asset.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const PATH = '/media/saal/web';

describe('the files of the media kit', () => {
  let portal: TestPortal;
  let browser: Browser;
  const get = (headers: Record<string, string> = {}) => browser.agent.get(PATH).set(headers).buffer(true);
  beforeEach(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  it('come whole, named, typed and with their check sum, uncompressed', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const { status, headers, body } = await get({ 'Accept-Encoding': 'gzip' });
    const hash = createHash('sha256').update(body);
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'image/jpeg');
    assert.equal(
      headers['content-disposition'],
      'attachment; filename="saal-web.jpg"; filename*=UTF-8\'\'saal-web.jpg',
    );
    assert.equal(headers['repr-digest'], `sha-256=:${hash.copy().digest('base64')}:`);
    assert.equal(headers.etag, `"${hash.digest('hex')}"`);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['accept-ranges'], 'bytes');
    assert.equal(headers['content-encoding'], undefined);
    assert.match(headers['cache-control']!, /no-cache/);
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(Number(headers['content-length']), body.length);
  });

  it('show the small picture in the page instead of saving it', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const { headers } = await browser.visit('/media/saal/thumb');
    assert.match(headers['content-disposition']!, /^inline/);
  });

  it('come in parts', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const whole = (await get()).body as Buffer;
    const part = await get({ Range: 'bytes=10-19' });
    assert.equal(part.status, 206);
    assert.equal(part.headers['content-range'], `bytes 10-19/${whole.length}`);
    assert.deepEqual(part.body, whole.subarray(10, 20));
    const end = await get({ Range: 'bytes=-5' });
    assert.deepEqual(end.body, whole.subarray(-5));
  });

  it('continue only what is still the same file', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const { etag } = (await get()).headers;
    assert.equal((await get({ Range: 'bytes=0-4', 'If-Range': etag! })).status, 206);
    assert.equal((await get({ Range: 'bytes=0-4', 'If-Range': '"anders"' })).status, 200);
  });

  it('refuse a part beyond the end and tell the length', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const { bytes } = await portal.db('renditions').where({ name: 'web' }).first();
    const answer = await get({ Range: `bytes=${bytes}-` });
    assert.equal(answer.status, 416);
    assert.equal(answer.headers['content-range'], `bytes */${bytes}`);
    assert.equal(answer.text ?? '', '');
    assert.equal(answer.headers['repr-digest'], undefined);
  });

  it('are not sent again to who has them', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const { etag } = (await get()).headers;
    assert.equal((await get({ 'If-None-Match': etag! })).status, 304);
    assert.equal((await get({ 'If-None-Match': '"anders"' })).status, 200);
  });

  it('answer HEAD like GET, without the file', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const whole = await get();
    const head = await browser.agent.head(PATH);
    assert.equal(head.status, 200);
    for (const name of ['etag', 'content-length', 'content-type', 'repr-digest'])
      assert.equal(head.headers[name], whole.headers[name], name);
  });

  it('wait for the second of their embargo, also for parts, HEAD and who has them already', async () => {
    await addPhoto(portal, { slug: 'saal', embargoUntil: T });
    const { sha256 } = await portal.db('renditions').where({ name: 'web' }).first();
    const statuses = async () => [
      (await get()).status,
      (await get({ Range: 'bytes=0-9' })).status,
      (await get({ 'If-None-Match': `"${sha256}"` })).status,
      (await browser.agent.head(PATH)).status,
    ];
    portal.moveClock(around(-1));
    assert.deepEqual(await statuses(), [404, 404, 404, 404]);
    for (const seconds of [0, 1]) {
      portal.moveClock(around(seconds));
      assert.deepEqual(await statuses(), [200, 206, 304, 200]);
    }
  });

  it('under embargo answer exactly like files that do not exist', async () => {
    await addPhoto(portal, { slug: 'saal', embargoUntil: T });
    portal.moveClock(around(-1));
    const [waiting, unknown] = [await get(), await browser.visit('/media/nirgends/web')];
    assert.equal(waiting.text, unknown.text);
    assert.deepEqual(Object.keys(waiting.headers), Object.keys(unknown.headers));
  });

  it('go at the second of their end', async () => {
    await addPhoto(portal, { slug: 'saal', validUntil: T });
    portal.moveClock(around(-1));
    assert.equal((await get()).status, 200);
    portal.moveClock(T);
    assert.equal((await get()).status, 404);
  });

  it('can do nothing when they are drawings', async () => {
    await addAsset(portal, 'system', exampleAsset({ slug: 'marke', kind: 'logo' }), { content: DRAWING });
    const { status, headers } = await browser.visit('/media/marke/original');
    assert.equal(status, 200);
    assert.match(headers['content-security-policy']!, /default-src 'none'.*sandbox/);
    assert.match(headers['content-disposition']!, /^attachment/);
  });

  it('that are unknown or lost from the disk are not found', async () => {
    await addPhoto(portal, { slug: 'saal' });
    assert.equal((await browser.visit('/media/saal/riesig')).status, 404);
    assert.equal((await browser.visit('/media/nirgends/web')).status, 404);
    rmSync(openMediaFiles(portal.config.dataDir).folder, { recursive: true });
    const lost = await get();
    assert.equal(lost.status, 404);
    assert.equal(lost.headers['repr-digest'], undefined);
    assert.match(lost.headers['content-type']!, /html/);
    assert.doesNotMatch(lost.headers['content-security-policy']!, /sandbox/);
  });
});
