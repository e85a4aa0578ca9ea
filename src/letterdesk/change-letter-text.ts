/** The administration writes a letter anew, or takes an earlier text again. Letters already composed stay as they are. */
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import type { OwnTexts } from '../platform/letters.js';
import { actorOf, type Member } from '../staff/index.js';
import type { LetterEntry } from './catalogue.js';
import { problemsOf } from './placeholders.js';
import { changedLanguages, isSameText, type LetterTexts, ownTextsOf, textsOf } from './version.js';
import { findNewestVersion, getVersion, insertVersion } from './version-repository.js';

interface Change {
  member: Member;
  entry: LetterEntry;
  /** The number of the version the member saw; 0 for the shipped text. */
  seen: number;
}

/** Throws a Conflict when somebody saved after the version the member saw. */
export function changeLetterText(deps: Deps, change: Change, texts: LetterTexts): Promise<void> {
  const own = ownTextsOf(change.entry.key, texts);
  return deps.db.transaction((trx) => saveVersion(deps, trx, change, { own }));
}

/**
 * The texts of an earlier version become the newest one; 0 takes the shipped text again. Throws NotFound for a number
 * that does not exist, a Conflict when somebody saved after the version the member saw, and one when the old text
 * names placeholders that the portal does not know any more.
 */
export function restoreLetterText(deps: Deps, change: Change, number: number): Promise<void> {
  const { entry } = change;
  return deps.db.transaction(async (trx) => {
    const own = number === 0 ? { de: null, en: null } : (await getVersion(trx, entry.key, number)).own;
    const texts = Object.values(textsOf(entry.key, own));
    if (texts.some((text) => problemsOf(entry, text).length > 0))
      throw new Conflict('letterdesk:refused.outdated');
    await saveVersion(deps, trx, change, { own, restored: number });
  });
}

async function saveVersion(
  { clock }: Deps,
  trx: Trx,
  { member, entry, seen }: Change,
  { own, restored }: { own: OwnTexts; restored?: number },
): Promise<void> {
  const newest = await findNewestVersion(trx, entry.key);
  // Saving what is there already, for instance by a double click, makes no version and no quarrel.
  if (isSameText(own, newest?.own ?? { de: null, en: null })) return;
  if ((newest?.number ?? 0) !== seen) throw new Conflict('letterdesk:refused.moved');
  const at = clock.now();
  const number = seen + 1;
  await insertVersion(trx, {
    key: entry.key,
    number,
    own,
    restored,
    changedBy: member.id,
    changedAt: at,
  });
  await appendAudit(trx, {
    at,
    actor: actorOf(member),
    action: restored === undefined ? 'letter_text.changed' : 'letter_text.restored',
    subject: `letter_text:${entry.group}.${entry.name}`,
    details: { version: number, own: changedLanguages({ own }).join(' '), restored: restored ?? null },
  });
}
