import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { assetPath } from '../../src/platform/assets.js';
import { fromRoot } from '../../src/platform/paths.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('style sheets, scripts and fonts', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  const fetch = (path: string, encoding = 'identity') =>
    request(portal.app)
      .get(path)
      .set('Accept-Encoding', encoding)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });

  it('have the hash of their content in the address, so that a change changes the address', async () => {
    const name = /desk\.([0-9a-f]{10})\.css$/.exec(assetPath('desk.css'));
    const content = readFileSync(fromRoot('public/desk.css'));
    assert.equal(name?.[1], createHash('sha256').update(content).digest('hex').slice(0, 10));
  });

  it('may be kept for a year under that address', async () => {
    const { headers } = await fetch(assetPath('portal.css'));
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  });

  it('are asked for anew under their plain name', async () => {
    const { headers, status } = await fetch('/assets/portal.css');
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], 'public, max-age=0');
  });

  it('come compressed for whom it helps, and are the same unpacked', async () => {
    const plain = await fetch(assetPath('portal.css'));
    const brotli = await fetch(assetPath('portal.css'), 'gzip, br');
    const gzip = await fetch(assetPath('portal.css'), 'gzip');
    assert.deepEqual([brotli.body.equals(plain.body), gzip.body.equals(plain.body)], [true, true]);
    assert.equal(brotli.headers['content-type'], 'text/css; charset=utf-8');
    for (const [answer, encoding] of [
      [plain, undefined],
      [brotli, 'br'],
    ] as const) {
      assert.equal(answer.headers['content-encoding'], encoding);
      assert.match(answer.headers.vary ?? '', /Accept-Encoding/);
    }
    assert.equal(plain.headers['content-length'], String(plain.body.length));
    assert.equal(gzip.headers['content-encoding'], 'gzip');
  });

  it('load the fonts from the portal itself, under their published names', async () => {
    const { body } = await fetch(assetPath('portal.css'));
    const fonts = [...body.toString().matchAll(/url\("?([^")]+woff2)"?\)/g)].map(([, name]) => name);
    assert.ok(fonts.includes(assetPath('FiraSans-Regular-latin.woff2').replace('/assets/', '')));
    for (const name of fonts) assert.equal((await fetch(`/assets/${name}`)).status, 200, name);
  });

  it('bring the licence of the fonts', async () => {
    assert.match(
      (await fetch('/assets/fonts-OFL.txt')).body.toString(),
      /SIL OPEN FONT LICENSE Version 1\.1/,
    );
  });

  it('keep their list of names to themselves', async () => {
    for (const path of ['/assets/assets.json', '/assets/manifest.json', '/assets/..%2fassets.json'])
      assert.equal((await fetch(path)).status, 404, path);
  });
});
