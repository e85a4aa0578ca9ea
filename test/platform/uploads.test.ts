import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createConnection } from 'node:net';
import express, { type Express } from 'express';
import sharp from 'sharp';
import request from 'supertest';
import { enteredOf, listOf, textOf } from '../../src/platform/form.js';
import { fileNameOf, MAX_UPLOAD_BYTES, readMultipart, uploadOf } from '../../src/platform/uploads.js';
import { aJpeg, aPdf, aPng } from '../support/factories.js';

/** Tells what the office would read of a form with one file and fields before and behind it. */
function anOffice(): Express {
  const app = express();
  app.post('/', readMultipart('proof'), async (req, res) => {
    const result = await uploadOf(req, 'proof');
    const entered = enteredOf(req);
    const upload = result.ok ? result.upload : undefined;
    res.json({
      ...result,
      content: upload?.content.toString('base64'),
      named: fileNameOf(req, 'proof'),
      first: textOf(entered, 'first'),
      last: textOf(entered, 'last'),
      wishes: listOf(entered, 'wishes[]'),
    });
  });
  return app;
}

const send = (name: string, content: Buffer) =>
  request(anOffice())
    .post('/')
    .field('first', 'Mara')
    .attach('proof', content, name)
    .field('last', 'Musterfeld');

describe('uploads', () => {
  it('take a PDF as it is', async () => {
    const { body } = await send('Auftrag für Mara.pdf', aPdf());
    assert.equal(body.upload.kind, 'application/pdf');
    assert.equal(body.upload.originalName, 'Auftrag für Mara.pdf');
    assert.deepEqual(Buffer.from(body.content, 'base64'), aPdf());
  });

  it('know a picture by its content, whatever its name says', async () => {
    assert.equal((await send('foto.pdf', await aJpeg())).body.upload.kind, 'image/jpeg');
    assert.equal((await send('foto', await aPng())).body.upload.kind, 'image/png');
  });

  it('take place and camera out of a photo', async () => {
    assert.match((await aJpeg()).toString('latin1'), /Musterkamera/);
    const { body } = await send('foto.jpg', await aJpeg());
    const content = Buffer.from(body.content, 'base64');
    const { exif, xmp, iptc, width } = await sharp(content).metadata();
    assert.deepEqual([exif, xmp, iptc, width], [undefined, undefined, undefined, 60]);
    assert.doesNotMatch(content.toString('latin1'), /Musterkamera|Exif/);
  });

  it('refuse a program under the name of a PDF', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 7)]);
    const { body } = await send('ausweis.pdf', program);
    assert.deepEqual([body.ok, body.status, body.reason], [false, 415, 'wrongKind']);
  });

  it('refuse a picture that only begins like one', async () => {
    const { body } = await send('foto.jpg', (await aJpeg()).subarray(0, 200));
    assert.deepEqual([body.ok, body.status, body.reason], [false, 415, 'wrongKind']);
  });

  it('refuse an empty file', async () => {
    const { body } = await send('leer.pdf', Buffer.alloc(0));
    assert.deepEqual([body.ok, body.status, body.reason], [false, 400, 'empty']);
  });

  it('refuse 11 MB and keep every field, also those behind the file', async () => {
    const { body } = await send('gross.pdf', aPdf(11 * 1024 * 1024));
    assert.deepEqual([body.ok, body.status, body.reason], [false, 413, 'tooBig']);
    assert.deepEqual([body.first, body.last, body.named], ['Mara', 'Musterfeld', 'gross.pdf']);
  });

  it('take a file of exactly 10 MB', async () => {
    const exact = Buffer.concat([aPdf(), Buffer.alloc(MAX_UPLOAD_BYTES - aPdf().length)]);
    assert.equal((await send('genau.pdf', exact)).body.ok, true);
  });

  it('know that no file was chosen', async () => {
    const { body } = await request(anOffice()).post('/').field('first', 'Mara');
    assert.deepEqual([body.ok, body.upload, body.named], [true, undefined, '']);
  });

  it('keep lists under the name that the form gives them', async () => {
    const { body } = await request(anOffice()).post('/').field('wishes[]', '1').field('wishes[]', '2');
    assert.deepEqual(body.wishes, ['1', '2']);
    assert.deepEqual((await request(anOffice()).post('/').field('wishes[]', '3')).body.wishes, ['3']);
  });

  it('let the last value count of a field that is no list', async () => {
    const { body } = await request(anOffice()).post('/').field('first', 'Mara').field('first', 'Mira');
    assert.equal(body.first, 'Mira');
  });

  it('take the path and hidden characters out of a file name', async () => {
    const { body } = await send('C:\\Bilder\\aus\u202eweis.pdf', aPdf());
    assert.equal(body.upload.originalName, 'ausweis.pdf');
  });

  it('answer a form that breaks off in the middle', async () => {
    const server = anOffice().listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const answer = await sendCut((server.address() as AddressInfo).port);
      assert.match(answer, /"reason":"cut"/);
      assert.match(answer, /"first":"Mara"/);
    } finally {
      server.close();
    }
  });

  it('drop fields whose names build objects, which no form of ours sends', async () => {
    const { status, body } = await send('Auftrag.pdf', aPdf())
      .field('first[deep]', 'x')
      .field('constructor[a]', 'y');
    assert.equal(status, 200);
    assert.equal(body.last, 'Musterfeld');
    assert.equal(body.first, '', 'a field that is also an object is not a text');
  });

  it('read no field of more than 64 kB', async () => {
    const { body } = await send('Auftrag.pdf', aPdf()).field('note', 'x'.repeat(65 * 1024));
    assert.equal(body.ok, false);
    assert.equal(body.reason, 'cut');
  });
});

/** A body whose last boundary never comes, although its length is right. */
function sendCut(port: number): Promise<string> {
  const body =
    '--b\r\nContent-Disposition: form-data; name="first"\r\n\r\nMara\r\n' +
    '--b\r\nContent-Disposition: form-data; name="proof"; filename="a.pdf"\r\n\r\n%PDF-1.4';
  const head = `POST / HTTP/1.1\r\nHost: press\r\nConnection: close\r\nContent-Length: ${body.length}\r\n`;
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = createConnection(port, '127.0.0.1', () =>
      socket.write(`${head}Content-Type: multipart/form-data; boundary=b\r\n\r\n${body}`),
    );
    socket.on('data', (part) => (answer += part));
    socket.once('end', () => resolve(answer)).once('error', reject);
  });
}
