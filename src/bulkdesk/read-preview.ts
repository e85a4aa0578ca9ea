/** Gathers what the preview of a bulk run shows. Changes nothing. */
import { getRequest } from '../accreditation/index.js';
import {
  findItem,
  findRecipient,
  type Heap,
  type ItemRow,
  listItems,
  type Run,
  verdictOf,
} from '../bulk/index.js';
import { prepareDecision } from '../decisions/index.js';
import { type Event, getEvent } from '../events/index.js';
import type { Db } from '../platform/database.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';

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
export async function readPreview(db: Db, run: Run, wish: PreviewWish, rows: number) {
  const page = (states: readonly ['skipped' | 'waiting'], after: number) =>
    listItems(db, run.id, { states, after, limit: rows + 1 });
  return {
    skipped: { items: await page(['skipped'], wish.skippedAfter), after: wish.skippedAfter },
    recipients: { items: await page(['waiting'], wish.recipientsAfter), after: wish.recipientsAfter },
  };
}

/** The letter as it would leave now. */
export async function readSample(
  db: Db,
  run: Run,
  { to, lang, number }: Pick<PreviewWish, 'to' | 'number'> & { lang: Lang },
  at: Date,
): Promise<ReadSample | undefined> {
  const one = to ? await findItem(db, run.id, to) : undefined;
  const wanted = one?.state === 'waiting' ? one : undefined;
  const item = wanted ?? (await findRecipient(db, run.id, { lang, number }));
  if (!item) return undefined;
  const request = await getRequest(db, item.reference);
  const verdict = verdictOf(run, request.lang);
  if (!verdict) return undefined;
  const { letter } = await prepareDecision(db, request, verdict, at);
  return { lang: request.lang, number: wanted ? undefined : number, item, letter };
}

/** The events of those who would be decided: their delays and their promised dates. */
export async function readEvents(db: Db, heaps: readonly Heap[]): Promise<Event[]> {
  const ids = new Set(heaps.filter(({ state }) => state === 'waiting').map(({ eventId }) => eventId));
  const events: Event[] = [];
  for (const id of ids) events.push(await getEvent(db, id));
  return events;
}
