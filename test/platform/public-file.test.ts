import assert from 'node:assert/strict';
import express from 'express';
import request from 'supertest';
import { sendPublicFile } from '../../src/platform/public-file.js';

describe('a file that everybody may keep', () => {
  const app = express();
  const changedAt = new Date('2024-10-01T08:00:00Z');
  app.get('/', (_req, res) =>
    sendPublicFile(res, { contentType: 'text/plain; charset=utf-8', content: Buffer.from('Ä') }, changedAt),
  );

  it('has a strong tag and a date, and is not sent twice', async () => {
    const { headers, text } = await request(app).get('/');
    assert.equal(text, 'Ä');
    assert.match(headers.etag!, /^"[\w-]{43}"$/);
    assert.equal(headers['last-modified'], 'Tue, 01 Oct 2024 08:00:00 GMT');
    assert.equal(headers['content-disposition'], undefined);
    for (const condition of [
      { 'If-None-Match': headers.etag! },
      { 'If-Modified-Since': headers['last-modified']! },
    ])
      assert.equal((await request(app).get('/').set(condition)).status, 304);
    assert.equal((await request(app).get('/').set('If-None-Match', '"other"')).status, 200);
  });
});
