/** An editor begins a release, or its version in the other language. */
import { randomUUID } from 'node:crypto';
import { getEvent } from '../events/index.js';
import { contentOf, insertRelease, type Release, type ReleaseContent } from '../newsroom/index.js';
import { appendAudit } from '../platform/audit.js';
import type { Trx } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import { otherLang } from '../platform/languages.js';
import { actorOf, type Member } from '../staff/index.js';
import { addressed, inTurn } from './address-release.js';
import type { Beginning } from './desk.js';
import { findInLanguage, getDeskRelease, takeRevision } from './desk-release-repository.js';
import { insertHistory } from './release-history-repository.js';

/** Takes the contact from the event. Returns its number. */
export function createRelease({ db, clock }: Deps, member: Member, beginning: Beginning): Promise<number> {
  const { language, eventId, title } = beginning;
  const work = async (trx: Trx): Promise<number> => {
    const event = eventId === undefined ? undefined : await getEvent(trx, eventId);
    const contact = {
      name: event?.texts.contactName[language] ?? '',
      email: event?.contactEmail ?? '',
      phone: event?.contactPhone ?? '',
    };
    const texts = { place: '', subtitle: '', teaser: '', body: '', boilerplate: '', quotes: [], assets: [] };
    const content = { ...texts, title, contact };
    return begin(trx, { member, at: clock.now() }, { pair: randomUUID(), language, eventId, content });
  };
  return inTurn(() => db.transaction(work));
}

/**
 * The version in the other language, with everything that is the same in both: event, time, embargo, speakers,
 * attachments, contact. Returns its number; the one that exists already, where there is one.
 */
export function createTranslation({ db, clock }: Deps, member: Member, id: number): Promise<number> {
  const work = async (trx: Trx): Promise<number> => {
    const { release, atOnce } = await getDeskRelease(trx, id);
    const language = otherLang(release.language);
    const existing = await findInLanguage(trx, { pair: release.pair, language });
    if (existing) return existing.release.id;
    const event = release.eventId === undefined ? undefined : await getEvent(trx, release.eventId);
    const content = structureOf(release);
    if (event) content.contact.name = event.texts.contactName[language];
    const { pair, eventId, publishAt, embargoUntil } = release;
    const time = atOnce ? { embargoUntil } : { publishAt, embargoUntil };
    return begin(trx, { member, at: clock.now() }, { pair, language, eventId, content, ...time });
  };
  return inTurn(() => db.transaction(work));
}

/** Headings and quotes keep their places, and wait for their words. */
function structureOf(release: ReleaseContent): ReleaseContent {
  const { place, quotes, contact, assets, title } = contentOf(release);
  const places = release.body.split(/\r?\n/).filter((line) => /^\[\d{1,2}\][ \t]*$/.test(line));
  return {
    ...{ place, assets, title },
    ...{ subtitle: '', teaser: '', body: places.join('\n\n'), boilerplate: '' },
    quotes: quotes.map(({ speaker }) => ({ text: '', speaker, function: '' })),
    contact: { ...contact },
  };
}

interface Draft extends Pick<Release, 'pair' | 'language' | 'eventId'> {
  content: ReleaseContent;
  publishAt?: Date;
  embargoUntil?: Date | undefined;
}

async function begin(
  trx: Trx,
  { member, at }: { member: Member; at: Date },
  { content, publishAt, embargoUntil, ...draft }: Draft,
): Promise<number> {
  const release = await addressed(trx, {
    ...{ ...draft, ...content, year: 0, slug: '', state: 'draft' as const },
    ...{ publishAt: publishAt ?? at, embargoUntil, updatedAt: at, version: 1 },
    ...{ correction: undefined, withdrawal: undefined },
  });
  const { id } = await insertRelease(trx, release);
  const mark = { savedAt: at, editedBy: member.id, atOnce: publishAt === undefined };
  await takeRevision(trx, { id, revision: 1 }, mark);
  await insertHistory(trx, {
    ...{ releaseId: id, at, staffId: member.id, action: 'created', note: '', revision: 2, content },
  });
  await appendAudit(trx, { at, actor: actorOf(member), action: 'release.created', subject: `release:${id}` });
  return id;
}
