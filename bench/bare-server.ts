/**
 * The yardstick: bare Express with one EJS page of a given size, and a route that parses the same multipart form and
 * commits one row durably. Run as a process of its own: `node dist/bench/bare-server.js PORT PAGE_BYTES FOLDER`.
 */
import { join } from 'node:path';
import ejs from 'ejs';
import express from 'express';
import multer from 'multer';
import { openSqlite } from '../src/platform/database.js';

const [port = '0', bytes = '10000', folder = '.'] = process.argv.slice(2);
const db = openSqlite(join(folder, 'bare.sqlite'));
await db.schema.createTable('rows', (table) => {
  table.increments('id');
  table.text('fields');
  table.integer('bytes');
});

const ROW_BYTES = 61;
const page = ejs.compile(
  '<!doctype html><title>x</title><ul><% for (const row of rows) { %><li><a href="/<%= row %>"><%= row %></a> and a few words more.</li><% } %></ul>',
);
const rows = Array.from({ length: Math.ceil(Number(bytes) / ROW_BYTES) }, (_, number) => `row-${number}`);

const app = express();
app.get('/page', (_req, res) => {
  res.type('html').send(page({ rows }));
});
app.post('/submit', multer({ storage: multer.memoryStorage() }).single('proofFile'), async (req, res) => {
  await db('rows').insert({ fields: JSON.stringify(req.body), bytes: req.file?.size ?? 0 });
  res.redirect(303, '/page');
});
app.listen(Number(port), '127.0.0.1');
