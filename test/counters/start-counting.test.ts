import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { type Counting, startCounting } from '../../src/counters/index.js';
import { listDayCounts } from '../../src/counters/page-count-repository.js';
import { cachePages } from '../../src/platform/page-cache.js';
import { addPhoto } from '../mediakit/example-asset.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const BROWSER = 'Mozilla/5.0 Firefox/128.0';

describe('counting in front of the page cache', () => {
  let portal: TestPortal;
  let counting: Counting;
  let server: Server;
  let base: string;
  before(async () => {
    portal = await openPortal();
    await addPhoto(portal, { slug: 'saal' });
    const pages = cachePages(portal.app, { ...portal, isAct: () => false });
    counting = startCounting(portal, pages.listener);
    server = createServer(counting.listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await portal.close();
  });

  it('counts pages from the cache and files, and no HEAD, no repeat, no rest and no robot', async () => {
    const ask = (path: string, headers: Record<string, string> = {}, method: 'get' | 'head' = 'get') =>
      request(base)
        [method](path)
        .set({ 'User-Agent': BROWSER, ...headers });
    for (let time = 0; time < 3; time += 1) await ask('/de/media/saal?von=hier');
    const { headers } = await ask('/media/saal/web');
    await ask('/media/saal/web', { Range: 'bytes=0-9' });
    await ask('/media/saal/web', { Range: 'bytes=10-' });
    await ask('/media/saal/web', { 'If-None-Match': headers.etag! });
    await ask('/media/saal/web', {}, 'head');
    await ask('/media/saal/thumb');
    await ask('/de/media/saal', { 'User-Agent': 'Googlebot/2.1' });
    await ask('/de/media/nirgends');
    await counting.stop();
    assert.deepEqual(await listDayCounts(portal.db, ''), [
      { day: '2024-10-10', kind: 'download', number: 2 },
      { day: '2024-10-10', kind: 'view', number: 3 },
    ]);
  });
});
