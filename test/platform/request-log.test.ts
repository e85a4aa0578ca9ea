import assert from 'node:assert/strict';
import express from 'express';
import pino from 'pino';
import request from 'supertest';
import { requestLog } from '../../src/platform/request-log.js';

describe('the request log', () => {
  async function linesFor(path: string): Promise<{ path: string; status: number }[]> {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const app = express().use(requestLog(log));
    await request(app).get(path).set('X-Forwarded-For', '192.0.2.7');
    assert.doesNotMatch(lines.join(''), /192\.0\.2\.7|127\.0\.0\.1/, 'no network address is kept');
    return lines.map((line) => JSON.parse(line));
  }

  it('tells address and answer', async () => {
    const [line] = await linesFor('/de/events');
    assert.equal(line?.path, '/de/events');
    assert.equal(line?.status, 404);
  });

  it('keeps personal links, one-time links and search words out', async () => {
    const token = `1a.1.${'x'.repeat(32)}`;
    assert.equal(
      (await linesFor(`/de/accreditation/${token}/edit`))[0]?.path,
      '/de/accreditation/:token/edit',
    );
    assert.equal((await linesFor('/staff/sign-in/secret'))[0]?.path, '/staff/sign-in/:token');
    assert.equal((await linesFor('/staff/requests?q=Mustermann'))[0]?.path, '/staff/requests');
  });

  it('is silent about style sheets and fonts', async () => {
    assert.deepEqual(await linesFor('/assets/portal.css'), []);
  });
});
