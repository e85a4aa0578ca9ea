/** Whoever takes the data of many people out of the portal leaves a trace: who, how many, which columns, which filter. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { toQuery } from '../queue/index.js';
import { actorOf, type Member } from '../staff/index.js';
import type { Column, Format } from './columns.js';
import { countExport, type Order } from './walk-export.js';

export interface Export {
  order: Order;
  columns: readonly Column[];
  format: Format;
  by: Member;
}

/** Saved before the first byte leaves. What was searched for may be a name, so only that something was searched is kept. */
export async function noteExport(
  { db, reader, clock }: Deps,
  { order, columns, format, by }: Export,
): Promise<void> {
  const requests = await countExport(reader, order);
  const { search, ...filters } = order.filters;
  await db.transaction((trx) =>
    appendAudit(trx, {
      at: clock.now(),
      actor: actorOf(by),
      action: 'requests.exported',
      subject: 'requests',
      details: {
        format,
        requests,
        columns: columns.join(' '),
        filter: toQuery(filters),
        searched: search !== undefined,
      },
    }),
  );
}
