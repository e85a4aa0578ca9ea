/**
 * The yardstick of the page cache: bare `node:http`, and bare Express, which give the same answer, byte for byte, again
 * and again. Run as a process of its own: `node dist/bench/bare-http.js PORT FILE`, the file being `{headers, body}`;
 * Express answers at `/express`.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import express from 'express';

const [port = '0', file = ''] = process.argv.slice(2);
const answer = JSON.parse(readFileSync(file, 'utf8')) as { headers: Record<string, string>; body: string };
const body = Buffer.from(answer.body);
const headers = Object.entries(answer.headers).flat();
const { etag = '' } = answer.headers;
const headersOf304 = ['etag', etag, 'cache-control', 'no-cache', 'vary', 'Accept-Encoding'];

const app = express();
app.disable('x-powered-by');
// As an application writes it: Express takes a text, and works out length and tag itself.
const { etag: _tag, 'content-length': _length, ...own } = answer.headers;
app.get('/express', (_req, res) => {
  res.set(own).send(answer.body);
});

createServer((req, res) => {
  if (req.url === '/express') {
    app(req, res);
    return;
  }
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headersOf304 as never);
    res.end();
    return;
  }
  res.writeHead(200, headers as never);
  res.end(body);
}).listen(Number(port), '127.0.0.1');
