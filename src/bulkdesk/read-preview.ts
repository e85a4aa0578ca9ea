/** Gathers what the preview of a bulk run shows. Changes nothing. */
import { getRequest } from '../accreditation/index.js';
import {
  countOf,
  findItem,
  findRecipient,
  type Heap,
  type ItemRow,
  listItems,
  type Run,
  rulingOf,
} from '../bulk/index.js';
import { prepareAmong, type Surroundings } from '../decisions/index.js';
import { eventsPart } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import { readPart } from '../platform/together.js';

/** Where the lists go on, and which letter is to be seen. */
export interface PreviewWish {
  skippedAfter: number;
  recipientsAfter: number;
  /** The letter of one person. */
  to: string;
  /** Or the n-th in this language. */
  lang: Lang | undefined;
  number: number;
}

export interface ReadSample {
  lang: Lang;
  number: number | undefined;
  item: ItemRow;
  letter: Letter;
}

/** One more row than is shown says that there are others. */
export async function readPreview(
  db: Db,
  run: Run,
  wish: PreviewWish,
  { heaps, rows }: { heaps: readonly Heap[]; rows: number },
) {
  const page = async (state: 'skipped' | 'waiting', after: number) => ({
    items:
      countOf(heaps, state) > 0
        ? await listItems(db, run.id, { states: [state], after, limit: rows + 1 })
        : [],
    after,
  });
  return {
    skipped: await page('skipped', wish.skippedAfter),
    recipients: await page('waiting', wish.recipientsAfter),
  };
}

interface Asked extends Pick<PreviewWish, 'to' | 'number'> {
  lang: Lang;
  /** Of the whole list, where nothing else is wished. */
  first: ItemRow | undefined;
  /** Business time. */
  at: Date;
}

/** The letter as it would leave now. */
export async function readSample(
  db: Db,
  run: Run,
  { to, lang, number, first, at }: Asked,
  around: readonly Surroundings[],
): Promise<ReadSample | undefined> {
  const one = to ? await findItem(db, run.id, to) : undefined;
  const wanted = one?.state === 'waiting' ? one : undefined;
  const item = wanted ?? first ?? (await findRecipient(db, run.id, { lang, number }));
  if (!item) return undefined;
  const request = await getRequest(db, item.reference);
  const ruling = rulingOf(run, request.lang);
  const among = around.find(({ event }) => event.id === request.eventId);
  if (!ruling || !among) return undefined;
  const { letter } = await prepareAmong(db, request, ruling, { ...among, at });
  return { lang: request.lang, number: wanted ? undefined : number, item, letter };
}

/** When the first of these events promised its answers. */
export async function readFirstPromise(db: Db, heaps: readonly Heap[]): Promise<Date | undefined> {
  const events = await readPart(eventsPart(db, [...new Set(heaps.map(({ eventId }) => eventId))]));
  const times = events.map(({ answerBy }) => answerBy.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}
