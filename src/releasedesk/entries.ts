/** The editor's form and a release: which field holds what, and rows that come, go and change places. */
import type { Quote, ReleaseContent } from '../newsroom/index.js';
import { type Entered, listOf, textOf } from '../platform/form.js';
import { enterMoment, momentOf } from '../platform/moments.js';
import type { Edit, Gap, Plan } from '../releaselife/index.js';

/** Plain text fields, with the most characters each may hold. */
export const LIMITS = {
  title: 200,
  subtitle: 300,
  teaser: 600,
  body: 50_000,
  place: 80,
  contactName: 160,
  contactEmail: 254,
  contactPhone: 40,
  boilerplate: 2000,
} as const;
export const QUOTE_LIMITS = { quoteText: 1000, quoteSpeaker: 120, quoteFunction: 200 } as const;
export const MAX_QUOTES = 12;

type QuoteField = keyof typeof QUOTE_LIMITS;
export const QUOTE_FIELDS = Object.keys(QUOTE_LIMITS) as QuoteField[];
export const quoteField = (name: QuoteField, row: number): string => `${name}${row}`;
/** Slugs of chosen attachments, in their order; and those ticked to be added. */
export const ASSETS = 'assets[]';
export const ADDED_ASSETS = 'addAssets[]';

/** Where a gap is filled. */
export const fieldOf = (gap: Gap): string =>
  'name' in gap ? 'attachments' : gap.kind === 'contact' ? 'contactName' : gap.kind;

/** How many quotes the form shows, empty ones included. */
export function quoteRows(entered: Entered): number {
  const numbers = Object.keys(entered).map((name) => Number(/^quoteText(\d+)$/.exec(name)?.[1] ?? 0));
  return Math.min(MAX_QUOTES, Math.max(0, ...numbers));
}

export function enterEdit({ content, plan }: Edit): Entered {
  const { quotes, contact, assets, ...texts } = content;
  return {
    ...texts,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    ...Object.assign({}, ...quotes.map((quote, at) => enterQuote(quote, at + 1))),
    [ASSETS]: assets,
    ...enterPlan(plan),
  };
}

export const enterPlan = (plan: Plan): Entered => ({
  event: String(plan.eventId ?? ''),
  when: plan.atOnce ? 'atOnce' : 'at',
  ...enterMoment('publishAt', plan.publishAt),
  ...enterMoment('embargoUntil', plan.embargoUntil),
});

const enterQuote = ({ text, speaker, function: office }: Quote, row: number): Entered => ({
  [quoteField('quoteText', row)]: text,
  [quoteField('quoteSpeaker', row)]: speaker,
  [quoteField('quoteFunction', row)]: office,
});

/** As far as it goes: also of a form with mistakes, for its preview. */
export function contentFrom(entered: Entered): ReleaseContent {
  const text = (name: string) => textOf(entered, name).replace(/\r\n?/g, '\n').trim();
  const quotes = Array.from({ length: quoteRows(entered) }, (_, at) => ({
    text: text(quoteField('quoteText', at + 1)),
    speaker: text(quoteField('quoteSpeaker', at + 1)),
    function: text(quoteField('quoteFunction', at + 1)),
  }));
  return {
    place: text('place'),
    title: text('title'),
    subtitle: text('subtitle'),
    teaser: text('teaser'),
    body: text('body'),
    quotes,
    contact: { name: text('contactName'), email: text('contactEmail'), phone: text('contactPhone') },
    boilerplate: text('boilerplate'),
    assets: listOf(entered, ASSETS),
  };
}

export function planFrom(entered: Entered): Plan {
  const atOnce = textOf(entered, 'when') !== 'at';
  return {
    eventId: Number(textOf(entered, 'event')) || undefined,
    atOnce,
    publishAt: atOnce ? undefined : momentOf(entered, 'publishAt'),
    embargoUntil: momentOf(entered, 'embargoUntil'),
  };
}

/** What was ticked in the media kit joins the attachments; empty quotes go, and the places in the text follow. */
export function settled(entered: Entered): Entered {
  let rows = withAddedAssets(entered);
  for (let row = quoteRows(rows); row >= 1; row -= 1)
    if (QUOTE_FIELDS.every((name) => textOf(rows, quoteField(name, row)).trim() === ''))
      rows = withoutQuote(rows, row);
  return rows;
}

function withAddedAssets(entered: Entered): Entered {
  const { [ADDED_ASSETS]: _taken, ...rest } = entered;
  const chosen = [...listOf(entered, ASSETS), ...listOf(entered, ADDED_ASSETS)];
  return { ...rest, [ASSETS]: [...new Set(chosen)] };
}

/** The rows below move up, and a line `[3]` of the text that meant the third quote means it still. */
function withoutQuote(entered: Entered, gone: number): Entered {
  const rows = quoteRows(entered);
  const kept: Entered = { ...entered };
  for (let row = gone; row <= rows; row += 1)
    for (const name of QUOTE_FIELDS) {
      const next = kept[quoteField(name, row + 1)];
      if (row === rows || next === undefined) delete kept[quoteField(name, row)];
      else kept[quoteField(name, row)] = next;
    }
  return { ...kept, body: withoutPlace(textOf(entered, 'body'), gone) };
}

function withoutPlace(body: string, gone: number): string {
  return body.replace(/^\[(\d{1,2})\][ \t]*(\r?\n)*/gm, (line, digits: string) => {
    const number = Number(digits);
    if (number === gone) return '';
    return number > gone ? line.replace(digits, String(number - 1)) : line;
  });
}

/** Buttons of the form that save nothing: `quote-add`, `quote-remove:2`, `asset-up:logo`. Undefined for others. */
export function rearranged(entered: Entered, step: string): Entered | undefined {
  const [action = '', name = ''] = step.split(':');
  const assets = listOf(entered, ASSETS);
  switch (action) {
    case 'quote-add':
      return withEmptyQuote(entered);
    case 'quote-remove':
      return withoutQuote(entered, Number(name));
    case 'asset-add':
      return withAddedAssets(entered);
    case 'asset-remove':
      return { ...entered, [ASSETS]: assets.filter((slug) => slug !== name) };
    case 'asset-up':
      return { ...entered, [ASSETS]: moved(assets, assets.indexOf(name) - 1) };
    case 'asset-down':
      return { ...entered, [ASSETS]: moved(assets, assets.indexOf(name)) };
    default:
      return undefined;
  }
}

function withEmptyQuote(entered: Entered): Entered {
  const row = quoteRows(entered) + 1;
  return row > MAX_QUOTES
    ? entered
    : { ...entered, ...enterQuote({ text: '', speaker: '', function: '' }, row) };
}

/** Changes places with the next one. */
function moved(list: readonly string[], at: number): string[] {
  if (at < 0 || at + 1 >= list.length) return [...list];
  return [...list.slice(0, at), list[at + 1]!, list[at]!, ...list.slice(at + 2)];
}
