/** Administrators write a text block, change it, retire it and offer it again. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { OFFERED_STEPS, type OfferedStep } from '../platform/offered.js';
import type { BlockTexts, TextBlock } from './block.js';
import { getBlock, insertBlock, updateBlock } from './block-repository.js';

export function addBlock({ db, clock }: Deps, actor: string, texts: BlockTexts): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const id = await insertBlock(trx, texts, at);
    await appendAudit(trx, { at, actor, action: 'text_block.added', subject: `text_block:${id}` });
  });
}

type Seen = Pick<TextBlock, 'id' | 'version'>;

/** Throws a Conflict when somebody else was faster. */
export function changeBlock(
  { db, clock }: Deps,
  actor: string,
  seen: Seen,
  texts: BlockTexts,
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    await updateBlock(trx, seen, { texts }, at);
    await appendAudit(trx, { at, actor, action: 'text_block.changed', subject: `text_block:${seen.id}` });
  });
}

/** Throws a Conflict when somebody else was faster. */
export function moveBlock({ db, clock }: Deps, actor: string, seen: Seen, step: OfferedStep): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const { state } = await getBlock(trx, seen.id);
    if (OFFERED_STEPS[step].from !== state) throw new Conflict('textblocks:errors.faster');
    await updateBlock(trx, seen, { state: OFFERED_STEPS[step].to }, at);
    await appendAudit(trx, { at, actor, action: `text_block.${step}`, subject: `text_block:${seen.id}` });
  });
}
