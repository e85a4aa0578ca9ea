/** To whom the link to a release under embargo was sent: once per person, release and embargo. */
import type { Db, Trx } from '../platform/database.js';

interface LetterRow {
  request_id: number;
  pair: string;
  embargo_until: string;
  queued_at: string;
}

/** One release in both languages, with the embargo that the letter names. */
export interface Told {
  pair: string;
  embargoUntil: Date;
}

const about = ({ pair, embargoUntil }: Told) => ({ pair, embargo_until: embargoUntil.toISOString() });

export async function listTold(db: Db, told: Told): Promise<Set<number>> {
  const rows = await db<LetterRow>('preview_letters').where(about(told)).select('request_id');
  return new Set(rows.map(({ request_id }) => request_id));
}

/** Returns whom this call noted; whoever was noted before is not among them. */
export async function noteTold(
  trx: Trx,
  requestIds: readonly number[],
  told: Told,
  at: Date,
): Promise<number[]> {
  const rows = requestIds.map((id) => ({ request_id: id, ...about(told), queued_at: at.toISOString() }));
  const noted = await trx<LetterRow>('preview_letters')
    .insert(rows)
    .onConflict(['request_id', 'pair', 'embargo_until'])
    .ignore()
    .returning('request_id');
  return noted.map(({ request_id }) => request_id);
}
