/** A list of everything as a workbook while others ask for pages: how much memory the server holds at most. */
import { COLUMNS } from '../src/exports/index.js';
import { median } from './measure.js';
import type { Started } from './servers.js';

/** Colleagues who go on reading, each one page after the other. */
const READERS = 3;

interface Measured {
  /** Resident memory in MB, at most. */
  peak: number;
  seconds: number;
  megabytes: number;
  /** Pages answered in the meantime, and their median milliseconds. */
  pages: number;
  pageMs: number;
}

export async function exportWhileOthersAsk(
  server: Pick<Started, 'url' | 'memory'>,
  cookie: string,
  paths: readonly string[],
): Promise<Measured> {
  const ask = (path: string) => fetch(server.url + path, { headers: { cookie } });
  const times: number[] = [];
  let peak = 0;
  let over = false;
  const watch = setInterval(() => {
    peak = Math.max(peak, server.memory());
  }, 20);
  const read = async (): Promise<void> => {
    for (let at = 0; !over; at += 1) {
      const begin = performance.now();
      await (await ask(paths[at % paths.length]!)).arrayBuffer();
      times.push(performance.now() - begin);
    }
  };
  const readers = Array.from({ length: READERS }, read);
  const begin = performance.now();
  const columns = COLUMNS.map((column) => `columns[]=${column}`).join('&');
  const bytes = await sizeOf(await ask(`/staff/requests/export.xlsx?tab=all&chosen=1&${columns}`));
  const seconds = (performance.now() - begin) / 1000;
  over = true;
  await Promise.all(readers);
  clearInterval(watch);
  return { peak, seconds, megabytes: bytes / 1e6, pages: times.length, pageMs: median(times) };
}

/** Read as it comes and forgotten at once. */
async function sizeOf(answer: Response): Promise<number> {
  if (answer.status !== 200 || !answer.body) throw new Error(`The export answered ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  return bytes;
}
