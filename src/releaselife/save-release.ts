/** An editor saves a text that nobody outside the team can read yet, or gives up what was typed for a colleague's text. */
import { keepAddresses } from '../mediakit/index.js';
import type { ReleaseContent } from '../newsroom/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { actorOf, type Member } from '../staff/index.js';
import { addressed, inTurn } from './address-release.js';
import { deleteAutosave } from './autosave-repository.js';
import { changeRelease } from './change-release.js';
import { requireAct } from './check-act.js';
import { type Edit, editOf, isSame, type Seen } from './desk.js';
import { getDeskRelease } from './desk-release-repository.js';
import { Overtaken } from './overtaken.js';
import { insertHistory } from './release-history-repository.js';

/** Saving what stands there already changes nothing. Throws Overtaken when a colleague saved something else. */
export function saveRelease(
  { db, clock }: Deps,
  member: Member,
  seen: Seen,
  { content, plan }: Edit,
): Promise<void> {
  const at = clock.now();
  const work = async (trx: Trx): Promise<void> => {
    const desk = await getDeskRelease(trx, seen.id);
    const { release } = desk;
    if (!seen.undecided) await deleteAutosave(trx, release.id, member.id);
    if (isSame({ content, plan }, editOf(desk))) return;
    if (desk.revision !== seen.revision) throw new Overtaken();
    await requireAct(trx, 'save', desk, { memberId: member.id, now: at });
    const { eventId, atOnce, embargoUntil } = plan;
    await keepAddresses(trx, content.assets);
    const time = { publishAt: plan.publishAt ?? release.publishAt, embargoUntil };
    await changeRelease(trx, desk, seen, {
      ...{ member, at, action: 'saved', mark: { editedBy: member.id, atOnce } },
      release: await addressed(trx, { ...release, ...content, eventId, ...time }),
    });
  };
  return inTurn(() => db.transaction(work));
}

/** The colleague's text stands; what the member typed stays in the history, so that nothing is lost. */
export function discardTyped(
  { db, clock }: Deps,
  member: Member,
  id: number,
  content: ReleaseContent,
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (trx) => {
    const { revision } = await getDeskRelease(trx, id);
    await deleteAutosave(trx, id, member.id);
    await insertHistory(trx, {
      ...{ releaseId: id, at, staffId: member.id, action: 'discarded', note: '', revision, content },
    });
    const entry = { actor: actorOf(member), action: 'release.discarded', subject: `release:${id}` };
    await appendAudit(trx, { at, ...entry });
  });
}
