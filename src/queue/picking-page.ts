/** Choosing several requests of the list, so that one thing can be done to all of them. */
import type { Lang } from '../platform/languages.js';
import { type Member, may } from '../staff/index.js';
import { type Filters, toQuery } from './filters.js';
import { paths, withQuery } from './paths.js';

export interface Picking {
  action: string;
  /** What is ticked when the page opens. */
  chosen: 'none' | 'page' | 'all';
  /** How many the filters leave, in words; and on this page. */
  found: string;
  onPage: number;
  /** The same page with everything on it ticked, with all that match chosen, and with nothing chosen. */
  pageHref: string;
  allHref: string;
  clearHref: string;
  runs: string;
}

interface Facts {
  lang: Lang;
  member: Member;
  filters: Filters;
  items: readonly unknown[];
  more: boolean;
  after: string | undefined;
  /** What the address asks to have ticked. */
  choose: unknown;
}

/** Undefined for who may only read, and where there is nothing to choose. */
export function pickingOf(facts: Facts, found: string): Picking | undefined {
  const { member, filters, items, after, more } = facts;
  if (!may(member.role, 'requests', 'write') || items.length === 0) return undefined;
  const query = toQuery(filters);
  const page = [query, after && `after=${after}`].filter(Boolean).join('&');
  const address = (choose: string) => withQuery(paths.queue, [page, choose].filter(Boolean).join('&'));
  return {
    action: withQuery(paths.bulk, page),
    chosen: facts.choose === 'page' || facts.choose === 'all' ? facts.choose : 'none',
    found,
    onPage: items.length,
    pageHref: address('choose=page'),
    allHref: more || after ? address('choose=all') : '',
    clearHref: address(''),
    runs: paths.bulk,
  };
}
