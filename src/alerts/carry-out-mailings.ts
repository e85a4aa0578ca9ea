/** Writes the letters of mailings into the outbox, batch by batch; whoever takes over goes on where the last batch ended. */
import { listPublicAssets } from '../mediakit/index.js';
import { findRelease, type Release } from '../newsroom/index.js';
import { readOperator } from '../operator/index.js';
import type { Deps } from '../platform/deps.js';
import { queueMails } from '../platform/outbox.js';
import { type LetterKind, letterKindFor, type Mailing, timelinessOf } from './mailing.js';
import {
  insertDeliveries,
  insertMailing,
  listOpenMailings,
  listUnmailed,
  lockRecipients,
  moveCursor,
  noteQueued,
} from './mailing-repository.js';
import { type ReleaseAround, releaseLetter, releaseText } from './mails.js';

const BATCH = 50;

/** Told after each batch; says whether to go on. */
type Pace = () => Promise<boolean>;

/** Begins a mailing for everything that became public, was corrected or withdrawn since the last look. */
export async function startMailings({ db, clock }: Deps): Promise<void> {
  const at = clock.now();
  for (const due of await listUnmailed(db, at, BATCH)) await insertMailing(db, due, at);
}

export async function carryOutMailings(deps: Deps, pace: Pace = async () => true): Promise<void> {
  for (const mailing of await listOpenMailings(deps.db)) {
    if (!(await carryOut(deps, mailing, pace))) return;
  }
}

async function carryOut(deps: Deps, first: Mailing, pace: Pace): Promise<boolean> {
  let mailing: Mailing | undefined = first;
  while (mailing) {
    mailing = await writeBatch(deps, mailing);
    if (!(await pace())) return false;
  }
  return true;
}

/** The mailing as it goes on; undefined when this one is finished, waits for its embargo, or another process has it. */
async function writeBatch(deps: Deps, mailing: Mailing): Promise<Mailing | undefined> {
  const { db, clock } = deps;
  const at = clock.now();
  const release = await findRelease(db, mailing.releaseId);
  const timeliness = timelinessOf(mailing, release, at);
  if (timeliness.kind === 'early') return undefined;
  // A newer version has a mailing of its own, which also reaches those who were not told of this one.
  if (timeliness.kind === 'overtaken' || !release) return void (await noteQueued(db, mailing.id, at));
  const texts = await textsFor(deps, release);
  return db.transaction(async (trx) => {
    const recipients = await lockRecipients(trx, mailing, release, BATCH);
    if (recipients.length === 0) return void (await noteQueued(trx, mailing.id, at));
    if (!(await moveCursor(trx, mailing, recipients))) return undefined;
    const letters = recipients.map((recipient) => {
      const kind = letterKindFor(mailing, recipient);
      return releaseLetter(texts[kind], kind, release.language, recipient);
    });
    await insertDeliveries(trx, mailing.id, await queueMails(trx, letters, at));
    const { cursor, ...rest } = mailing;
    return { ...rest, cursor: recipients.at(-1)!.id, letters: rest.letters + recipients.length };
  });
}

const KINDS = ['release', 'correction', 'withdrawal'] as const satisfies readonly LetterKind[];

/** Written before the transaction, so that nobody waits for it. */
async function textsFor({ db, clock, config }: Deps, release: Release) {
  const { operator } = await readOperator(db);
  const assets = await listPublicAssets(db, { now: clock.now(), slugs: release.assets });
  const files = release.assets.flatMap((slug) => {
    const asset = assets.find((each) => each.slug === slug);
    return asset ? [{ slug, title: asset.texts.title[release.language] || asset.texts.title.de }] : [];
  });
  const around: ReleaseAround = { operator, baseUrl: config.baseUrl, files };
  const texts = await Promise.all(KINDS.map((kind) => releaseText(db, kind, release, around)));
  return { release: texts[0]!, correction: texts[1]!, withdrawal: texts[2]! };
}
