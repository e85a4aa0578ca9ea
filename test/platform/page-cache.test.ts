import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express, { type Express } from 'express';
import supertest from 'supertest';
import { cachePages, type PageCache } from '../../src/platform/page-cache.js';

const SECOND = 1000;

describe('the page cache', () => {
  let app: Express;
  let pages: PageCache;
  let server: Server;
  let url: string;
  let now: number;
  let rendered: string[];
  const clock = { now: () => new Date(now) };
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(url + path, { method, headers, redirect: 'manual' });

  /** `fetch` itself would ask for a fresh answer. */
  const askKnowing = (path: string, tag: string) =>
    supertest(url).get(path).set({ 'Accept-Encoding': 'identity', 'If-None-Match': tag });

  beforeEach(async () => {
    now = Date.parse('2024-10-24T07:14:59.000Z');
    rendered = [];
    app = express();
    app.use(compression({ threshold: 0 }));
    app.use((req, _res, next) => {
      rendered.push(req.url);
      next();
    });
    pages = cachePages(app, {
      clock,
      realClock: clock,
      isAct: (req) => req.method === 'POST' && req.url!.startsWith('/staff'),
    });
    server = createServer(pages.listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const page = (path: string, text: () => string, cacheControl = 'no-cache') =>
    app.get(path, (_req, res) => {
      res.set({ 'Cache-Control': cacheControl, 'X-Own': 'kept' }).type('html').send(text());
    });

  it('gives the same answer again without rendering, in each encoding, with its headers', async () => {
    page('/de', () => `Seite ${rendered.length} – ä`);
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await ask('/de', { 'accept-encoding': encoding });
      const second = await ask('/de', { 'accept-encoding': encoding });
      const text = await first.text();
      assert.equal(await second.text(), text);
      for (const name of ['etag', 'content-type', 'content-encoding', 'vary', 'x-own', 'cache-control'])
        assert.equal(second.headers.get(name), first.headers.get(name), name);
    }
    assert.equal(rendered.length, 3);
  });

  it('answers 304 to who has it, and HEAD without a body but with its length', async () => {
    page('/de', () => 'Seite');
    const first = await ask('/de', { 'accept-encoding': 'identity' });
    const tag = first.headers.get('etag')!;
    const again = await askKnowing('/de', `"other", ${tag}`);
    assert.deepEqual([again.status, again.text, again.headers.etag], [304, '', tag]);
    assert.equal((await askKnowing('/de', '"other"')).status, 200);
    const head = await ask('/de', { 'accept-encoding': 'identity' }, 'HEAD');
    assert.deepEqual([await head.text(), head.headers.get('content-length')], ['', '5']);
    assert.equal(rendered.length, 1);
  });

  it('sends nothing twice to a first reader who has it already, and keeps that much', async () => {
    page('/de', () => 'Seite');
    const tag = (await ask('/de', { 'accept-encoding': 'identity' })).headers.get('etag')!;
    pages.empty();
    const known = await askKnowing('/de', tag);
    assert.equal(known.status, 304);
    assert.equal(known.headers.etag, tag);
    assert.equal((await askKnowing('/de', tag)).status, 304);
    assert.equal(rendered.length, 2);
    const { status, text } = await askKnowing('/de', '"another"');
    assert.deepEqual([status, text], [200, 'Seite']);
    assert.equal((await askKnowing('/de', tag)).status, 304);
    assert.equal(await (await ask('/de', { 'accept-encoding': 'identity' })).text(), 'Seite');
    assert.equal(rendered.length, 3);
  });

  it('gives the page to who waits for it behind a reader who has it already', async () => {
    page('/de', () => 'Seite');
    const tag = (await ask('/de', { 'accept-encoding': 'identity' })).headers.get('etag')!;
    pages.empty();
    const [known, ...others] = await Promise.all([
      askKnowing('/de', tag),
      askKnowing('/de', tag),
      askKnowing('/de', '"another"'),
    ]);
    assert.equal(known.status, 304);
    assert.deepEqual(
      others.map(({ status, text }) => [status, text]),
      [
        [304, ''],
        [200, 'Seite'],
      ],
    );
  });

  it('asks again in the next second, so that an embargo ends for everybody at its second', async () => {
    page('/de', () => (now < Date.parse('2024-10-24T07:15:00Z') ? 'gesperrt' : 'frei'));
    assert.equal(await (await ask('/de')).text(), 'gesperrt');
    now += SECOND - 1;
    assert.equal(await (await ask('/de')).text(), 'gesperrt');
    now += 1;
    assert.equal(await (await ask('/de')).text(), 'frei');
    assert.equal(rendered.length, 2);
  });

  it('forgets everything when somebody acts at the desk, before the desk answers', async () => {
    let text = 'alt';
    page('/de', () => text);
    app.post('/staff/releases', (_req, res) => {
      text = 'neu';
      res.redirect(303, '/staff');
    });
    app.post('/de/form', (_req, res) => void res.redirect(303, '/de'));
    await ask('/de');
    await ask('/de/form', {}, 'POST');
    assert.equal(await (await ask('/de')).text(), 'alt');
    await ask('/staff/releases', {}, 'POST');
    assert.equal(await (await ask('/de')).text(), 'neu');
    assert.equal(rendered.filter((path) => path === '/de').length, 2);
  });

  it('does not keep what began to be rendered before an act', async () => {
    let text = 'alt';
    let goOn: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    app.get('/de', async (_req, res) => {
      const read = text;
      if (read === 'alt') await slow;
      res.set('Cache-Control', 'no-cache').send(read);
    });
    const early = ask('/de');
    while (rendered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    text = 'neu';
    pages.empty();
    goOn();
    assert.equal(await (await early).text(), 'alt');
    assert.equal(await (await ask('/de')).text(), 'neu');
  });

  it('renders once for many who ask at the same time', async () => {
    app.get('/de', async (_req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      res.set('Cache-Control', 'no-cache').send(`Seite ${rendered.length}`);
    });
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await ask('/de')).text()));
    assert.deepEqual([...new Set(answers)], ['Seite 1']);
  });

  for (const odd of [
    'deflate',
    '*',
    'GZIP',
    'gzip;q=0.1, deflate',
    'br;q=0.1, gzip',
    'br;q=0.1, identity',
    'x-gzip',
  ])
    it(`hands nobody else the encoding that "${odd}" asked for`, async () => {
      page('/de', () => 'Seite');
      await ask('/de', { 'accept-encoding': odd });
      for (const encoding of ['identity', 'gzip', 'br']) {
        const given = (await ask('/de', { 'accept-encoding': encoding })).headers.get('content-encoding');
        assert.equal(given ?? 'identity', encoding);
      }
    });

  it('lets nobody wait for a slow first reader of a file, nor for one who goes away', async () => {
    let goOn: () => void = () => undefined;
    app.get('/media/saal/web', (_req, res) => {
      res.set({ 'Cache-Control': 'public, no-cache, no-transform', 'Content-Length': '10', ETag: '"a"' });
      res.type('jpg').write('hello');
      if (rendered.length > 1) res.end('world');
      else goOn = () => res.end('world');
    });
    const slow = ask('/media/saal/web', { 'accept-encoding': 'identity' });
    while (rendered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (let time = 0; time < 2; time += 1)
      assert.equal(
        await (await ask('/media/saal/web', { 'accept-encoding': 'identity' })).text(),
        'helloworld',
      );
    goOn();
    assert.equal(await (await slow).text(), 'helloworld');
  });

  it('renders once more, and not for each of them, when the reader they wait for goes away', async () => {
    app.get('/de', async (_req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      res.set('Cache-Control', 'no-cache').send('Seite');
    });
    const leaving = new AbortController();
    const gone = fetch(`${url}/de`, { signal: leaving.signal }).catch(() => undefined);
    while (rendered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const others = Array.from({ length: 9 }, async () => (await fetch(`${url}/de`)).text());
    await new Promise((resolve) => setTimeout(resolve, 30));
    leaving.abort();
    await gone;
    assert.deepEqual([...new Set(await Promise.all(others))], ['Seite']);
    assert.equal(rendered.length, 2);
  });

  it('asks the route about conditions that only the route knows', async () => {
    page('/de', () => 'Seite');
    await ask('/de', { 'accept-encoding': 'identity' });
    for (const name of ['if-match', 'if-unmodified-since', 'if-modified-since'])
      await ask('/de', { 'accept-encoding': 'identity', [name]: 'something' });
    assert.equal(rendered.length, 4);
  });

  it('keeps no more than it has room for, however many addresses somebody invents', async () => {
    page('/de', () => 'ä'.repeat(250_000));
    const load = async (number: number) =>
      (await ask(`/de?${number}`, { 'accept-encoding': 'identity' })).arrayBuffer();
    for (let number = 0; number < 140; number += 1) await load(number);
    assert.equal(rendered.length, 140);
    await load(0);
    assert.equal(rendered.length, 140);
    await load(139);
    assert.equal(rendered.length, 141);
  });

  it('shares nothing that is for one person, has failed, sets a cookie, or is asked for freshly', async () => {
    page('/de/form', () => `Marke ${rendered.length}`, 'private, no-cache');
    page('/de/status', () => `Marke ${rendered.length}`, 'private, no-store');
    page('/staff/x', () => `Marke ${rendered.length}`, 'private, no-store');
    page('/de/page', () => `Marke ${rendered.length}`);
    app.get('/de/cookie', (_req, res) => {
      res.set('Cache-Control', 'no-cache').cookie('a', 'b').send(`Marke ${rendered.length}`);
    });
    app.get('/de/gone', (_req, res) => {
      res.status(410).set('Cache-Control', 'no-cache').send(`Marke ${rendered.length}`);
    });
    const twice = async (path: string, headers: Record<string, string> = {}) => [
      await (await ask(path, headers)).text(),
      await (await ask(path, headers)).text(),
    ];
    for (const path of ['/de/form', '/de/status', '/staff/x', '/de/cookie', '/de/gone']) {
      const [first, second] = await twice(path);
      assert.notEqual(first, second, path);
    }
    const [first, second] = await twice('/de/page', { 'cache-control': 'no-cache' });
    assert.notEqual(first, second);
    const parallel = await Promise.all([ask('/de/form'), ask('/de/form')].map(async (r) => (await r).text()));
    assert.notEqual(parallel[0], parallel[1]);
  });

  for (const path of ['/media/podium/print', '/de/media/kongress.zip'])
    it(`sends ${path} to nobody who has it already`, async () => {
      app.get(path, (_req, res) => {
        res.set({ 'Cache-Control': 'public, no-cache, no-transform', ETag: '"gross"' });
        res.type('bin').send(Buffer.alloc(700_000));
      });
      for (let time = 0; time < 2; time += 1) {
        assert.equal((await askKnowing(path, '"gross"')).status, 304);
        assert.equal((await askKnowing(path, '"anders"')).status, 200);
      }
    });

  it('lets large files through without keeping them', async () => {
    const large = Buffer.alloc(600 * 1024, 1);
    app.get('/media/large', (_req, res) => {
      res.set('Cache-Control', 'public, no-cache, no-transform').type('bin').send(large);
    });
    for (let time = 0; time < 2; time += 1)
      assert.deepEqual(Buffer.from(await (await ask('/media/large')).arrayBuffer()), large);
    assert.equal(rendered.length, 2);
  });
});
