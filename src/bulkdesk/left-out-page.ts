/** Who a bulk run leaves out, why, and what can be done about it. */
import type { ItemRow } from '../bulk/index.js';
import type { Translate } from '../platform/i18n.js';
import { withQuery } from '../queue/index.js';
import { paths } from './paths.js';

export interface LeftOutRow {
  name: string;
  href: string;
  about: string;
  reference: string;
  why: string;
  advice: string;
}

export function leftOutRow(t: Translate, query: string, item: ItemRow): LeftOutRow {
  const reason = item.reason ?? 'fault';
  return {
    name: item.name,
    href: withQuery(paths.request(item.reference), query),
    about: item.outlet,
    reference: item.reference,
    why: t(`bulk:obstacles.${reason}`),
    advice: t(`bulk:advice.${reason}`),
  };
}

/** A way on to the next rows, and back to the first ones. */
export interface Paging {
  first: string;
  next: string;
}

export function pagingOf(
  address: (after: string) => string,
  { items, limit, after }: { items: readonly ItemRow[]; limit: number; after: number },
): { shown: ItemRow[]; paging: Paging } {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    shown,
    paging: {
      first: after >= 0 ? address('') : '',
      next: items.length > limit && last ? address(String(last.position)) : '',
    },
  };
}
