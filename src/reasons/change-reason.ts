/** Administrators write a reason, change it, retire it and offer it again, and put the reasons of a decision in order. */
import type { Decision } from '../accreditation/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { OFFERED_STEPS, type OfferedStep } from '../platform/offered.js';
import { offeredReasons, type Reason, type ReasonTexts } from './reason.js';
import {
  getReason,
  insertReason,
  isKeyTaken,
  readCatalogue,
  setPosition,
  setUses,
  updateReason,
} from './reason-repository.js';

interface Words {
  texts: ReasonTexts;
  decisions: readonly Decision[];
}

/** False where another reason has this key for one of the decisions. */
export function addReason(
  { db, clock }: Deps,
  actor: string,
  { key, texts, decisions }: Words & { key: string },
): Promise<boolean> {
  const at = clock.now();
  return unlessTaken(() =>
    db.transaction(async (trx) => {
      const id = await insertReason(trx, key, texts, at);
      await setUses(trx, { id, key, uses: [] }, decisions);
      await note(trx, { at, actor, action: 'reason.added', id });
    }),
  );
}

type Seen = Pick<Reason, 'id' | 'version'>;

/** False as above. Throws a Conflict when somebody else was faster. */
export function changeReason(
  { db, clock }: Deps,
  actor: string,
  seen: Seen,
  { texts, decisions }: Words,
): Promise<boolean> {
  const at = clock.now();
  return unlessTaken(() =>
    db.transaction(async (trx) => {
      await updateReason(trx, seen, { texts }, at);
      await setUses(trx, await getReason(trx, seen.id), decisions);
      await note(trx, { at, actor, action: 'reason.changed', id: seen.id });
    }),
  );
}

/** Throws a Conflict when somebody else was faster. */
export function moveReason({ db, clock }: Deps, actor: string, seen: Seen, step: OfferedStep): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const { state } = await getReason(trx, seen.id);
    if (OFFERED_STEPS[step].from !== state) throw new Conflict('reasons:errors.faster');
    await updateReason(trx, seen, { state: OFFERED_STEPS[step].to }, at);
    await note(trx, { at, actor, action: `reason.${step}`, id: seen.id });
  });
}

export interface Shift {
  id: number;
  decision: Decision;
  /** The place at which it was seen: a second click of the same button changes nothing. */
  position: number;
  up: boolean;
}

/** Changes places with its neighbour among the offered reasons of the decision. */
export function shiftReason({ db, clock }: Deps, actor: string, shift: Shift): Promise<void> {
  const { id, decision, position, up } = shift;
  const at = clock.now();
  return db.transaction(async (trx) => {
    const offered = offeredReasons(await readCatalogue(trx), decision);
    const index = offered.findIndex((reason) => reason.id === id);
    const neighbour = offered[index + (up ? -1 : 1)];
    const placeOf = ({ uses }: Reason) => uses.find((use) => use.decision === decision)!.position;
    const own = offered[index];
    if (!own || !neighbour || placeOf(own) !== position) throw new Conflict('reasons:errors.faster');
    await setPosition(trx, id, { decision, position: placeOf(neighbour) });
    await setPosition(trx, neighbour.id, { decision, position });
    await note(trx, { at, actor, action: 'reason.shifted', id });
  });
}

const note = (trx: Trx, { id, ...entry }: { at: Date; actor: string; action: string; id: number }) =>
  appendAudit(trx, { ...entry, subject: `reason:${id}` });

async function unlessTaken(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (isKeyTaken(error)) return false;
    throw error;
  }
}
