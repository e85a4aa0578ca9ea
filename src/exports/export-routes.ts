/** Taking the requests of a list out of the portal, as a table for a spreadsheet. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { listEvents } from '../events/index.js';
import { toFieldValue } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { contentDisposition } from '../platform/downloads.js';
import { langOf, renderDesk, translateFor } from '../platform/render.js';
import { COUNT_LIMIT, countMatching, readFilters } from '../queue/index.js';
import { currentMember, listMembers, may, requireRight } from '../staff/index.js';
import type { Cell } from './cell.js';
import { type Column, FORMATS, type Format, readColumns } from './columns.js';
import { exportPage } from './export-page.js';
import { noteExport } from './note-export.js';
import { csvOf } from './requests-csv.js';
import { openXlsx } from './requests-xlsx.js';
import { cellsOf, headings, type SheetWords } from './sheet-page.js';
import { type Order, walkExport } from './walk-export.js';

const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** For `/staff`. */
export function exportRoutes(deps: Deps): Router {
  const router = Router();
  const allowed = requireRight('requests', 'read');
  router.get('/requests/export', allowed, (req, res) => showPage(deps, req, res, false));
  for (const format of FORMATS)
    router.get(`/requests/export.${format}`, allowed, (req, res) => sendFile(deps, req, res, format));
  return router;
}

function orderOf(
  { clock }: Deps,
  req: Request,
): { order: Order; columns: Column[]; reader: { proofs: boolean } } {
  const member = currentMember(req);
  const reader = { proofs: may(member.role, 'proofs', 'read') };
  return {
    order: { filters: readFilters(req.query), asker: { memberId: member.id, now: clock.now() } },
    columns: readColumns(req.query, reader),
    reader,
  };
}

async function showPage(deps: Deps, req: Request, res: Response, nothingChosen: boolean) {
  const { order, ...chosen } = orderOf(deps, req);
  const page = exportPage({
    t: translateFor(res),
    lang: langOf(res),
    filters: order.filters,
    ...chosen,
    found: await countMatching(deps.reader, order.filters, order.asker),
    countLimit: COUNT_LIMIT,
    nothingChosen,
  });
  await renderDesk(res, 'exports/export', page, nothingChosen ? 400 : 200);
}

async function sendFile(deps: Deps, req: Request, res: Response, format: Format): Promise<void> {
  const { order, columns } = orderOf(deps, req);
  if (columns.length === 0) return showPage(deps, req, res, true);
  const time = toFieldValue(deps.clock.now()).replace('T', '-').replace(':', '');
  const name = `${translateFor(res)('exports:file')}-${time}.${format}`;
  res.set({ 'Content-Type': TYPES[format], 'Content-Disposition': contentDisposition('attachment', name) });
  // Who only asks whether the file is there takes nothing out.
  if (req.method === 'HEAD') return void res.end();
  await noteExport(deps, { order, columns, format, by: currentMember(req) });
  await send(deps, res, await openFile(deps, { order, columns, format }, res));
}

async function openFile(
  deps: Deps,
  { order, columns, format }: { order: Order; columns: Column[]; format: Format },
  res: Response,
): Promise<Readable> {
  const words = await readWords(deps, res);
  const { t, lang } = words;
  const head = headings(words, columns);
  const rows = cellBatches(deps, order, columns, words);
  return format === 'csv'
    ? Readable.from(csvOf(head, rows, lang), { objectMode: false })
    : openXlsx({ name: t('exports:sheet'), head, rows, lang });
}

async function readWords({ reader }: Deps, res: Response): Promise<SheetWords> {
  const events = await listEvents(reader, ['draft', 'published', 'archived']);
  const members = await listMembers(reader);
  return {
    t: translateFor(res),
    lang: langOf(res),
    events: new Map(events.map((event) => [event.id, event])),
    members: new Map(members.map((member) => [member.id, member])),
  };
}

async function* cellBatches(
  { reader }: Deps,
  order: Order,
  columns: readonly Column[],
  words: SheetWords,
): AsyncGenerator<Cell[][]> {
  for await (const { rows, wishes } of walkExport(reader, order, columns))
    yield rows.map((row) => cellsOf(row, columns, words, wishes.get(row.id) ?? []));
}

/** Waits for slow readers, and stops reading when they leave; a file that broke off must not look complete. */
async function send({ log }: Deps, res: Response, file: Readable): Promise<void> {
  try {
    await pipeline(file, res);
  } catch (error) {
    file.destroy();
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.error({ err: error }, 'an export broke off');
    res.destroy();
  }
}
