/** Editors write a boilerplate, change it, retire it and offer it again. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { OFFERED_STEPS, type OfferedStep } from '../platform/offered.js';
import type { Boilerplate, BoilerplateTexts } from './boilerplate.js';
import { getBoilerplate, insertBoilerplate, updateBoilerplate } from './boilerplate-repository.js';

export function addBoilerplate({ db, clock }: Deps, actor: string, texts: BoilerplateTexts): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const id = await insertBoilerplate(trx, texts, at);
    await appendAudit(trx, { at, actor, action: 'boilerplate.added', subject: `boilerplate:${id}` });
  });
}

type Seen = Pick<Boilerplate, 'id' | 'version'>;

/** Throws a Conflict when somebody else was faster. */
export function changeBoilerplate(
  { db, clock }: Deps,
  actor: string,
  seen: Seen,
  texts: BoilerplateTexts,
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    await updateBoilerplate(trx, seen, { texts }, at);
    await appendAudit(trx, { at, actor, action: 'boilerplate.changed', subject: `boilerplate:${seen.id}` });
  });
}

/** Throws a Conflict when somebody else was faster. */
export function moveBoilerplate(
  { db, clock }: Deps,
  actor: string,
  seen: Seen,
  step: OfferedStep,
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const { state } = await getBoilerplate(trx, seen.id);
    if (OFFERED_STEPS[step].from !== state) throw new Conflict('boilerplates:errors.faster');
    await updateBoilerplate(trx, seen, { state: OFFERED_STEPS[step].to }, at);
    await appendAudit(trx, { at, actor, action: `boilerplate.${step}`, subject: `boilerplate:${seen.id}` });
  });
}
