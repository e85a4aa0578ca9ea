import assert from 'node:assert/strict';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import request from 'supertest';
import { receivedOf, receiveFiles, removeLeftBehind } from '../../src/platform/received-files.js';

describe('receiving many files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'received-'));
  const app = express();
  app.post('/', receiveFiles(folder, 'files', { maxBytes: 1000, maxFiles: 3 }), (req, res) => {
    const files = receivedOf(req);
    if (files === 'broken') return res.json({ files, body: req.body });
    res.json({
      files: files.map(({ path, ...file }) => ({ ...file, kept: readFileSync(path).length })),
      body: req.body,
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('keeps names, sizes and fields, and the files only until the answer is out', async () => {
    const { body } = await request(app)
      .post('/')
      .attach('files', Buffer.alloc(10), 'Größe.jpg')
      .field('eventId', '7')
      .attach('files', Buffer.alloc(1000), '../../etc/passwd');
    assert.deepEqual(body.files, [
      { originalName: 'Größe.jpg', size: 10, tooBig: false, kept: 10 },
      { originalName: 'passwd', size: 1000, tooBig: false, kept: 1000 },
    ]);
    assert.deepEqual(body.body, { eventId: '7' });
    const incoming = join(folder, 'incoming');
    for (let tries = 0; readdirSync(incoming).length > 0 && tries < 50; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(readdirSync(incoming), []);
  });

  it('lets go of a file that is too big, and takes those behind it', async () => {
    const { body } = await request(app)
      .post('/')
      .attach('files', Buffer.alloc(500_000), 'a')
      .attach('files', Buffer.alloc(5), 'b')
      .field('eventId', '7');
    assert.deepEqual(
      body.files.map(({ size, tooBig }: { size: number; tooBig: boolean }) => [size, tooBig]),
      [
        [500_000, true],
        [5, false],
      ],
    );
    assert.ok(body.files[0].kept <= 1000);
    assert.equal(body.body.eventId, '7');
  });

  it('takes no more files than it may', async () => {
    const post = request(app).post('/');
    for (const name of ['a', 'b', 'c', 'd']) post.attach('files', Buffer.alloc(5), name);
    assert.equal((await post).body.files, 'broken');
  });

  it('knows an empty field from a file', async () => {
    const { body } = await request(app)
      .post('/')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(
        '--x\r\nContent-Disposition: form-data; name="files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n',
      );
    assert.deepEqual(body.files, []);
    assert.ok(existsSync(folder));
  });

  it('says that the disk is full, and does not blame the form', async () => {
    const { createWriteStream } = fs;
    const faults: unknown[] = [];
    const handler: ErrorRequestHandler = (error, _req, res, _next) => {
      faults.push(error.code);
      res.sendStatus(507);
    };
    try {
      fs.createWriteStream = ((_path: string) => createWriteStream('/dev/full')) as typeof createWriteStream;
      syncBuiltinESMExports();
      const full = express().use(app).use(handler);
      const { status } = await request(full).post('/').attach('files', Buffer.alloc(10), 'a');
      assert.deepEqual([status, faults], [507, ['ENOSPC']]);
    } finally {
      fs.createWriteStream = createWriteStream;
      syncBuiltinESMExports();
    }
  });

  it('leaves nothing of a portal that died, and what arrives at this moment alone', async () => {
    const incoming = join(folder, 'incoming');
    for (const name of ['alt', 'neu']) {
      mkdirSync(join(incoming, name), { recursive: true });
      writeFileSync(join(incoming, name, 'bild'), 'x');
    }
    const twoDaysAgo = new Date(Date.now() - 48 * 3600_000);
    utimesSync(join(incoming, 'alt'), twoDaysAgo, twoDaysAgo);
    await removeLeftBehind(folder, new Date());
    assert.deepEqual(readdirSync(incoming), ['neu']);
    await removeLeftBehind(join(folder, 'nowhere'), new Date());
  });
});
