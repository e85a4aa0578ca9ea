/** The letters of the press list: about the subscription itself, and about releases. */
import { mediaPaths } from '../mediakit/index.js';
import { newsroomPaths, type Release, releasedAt } from '../newsroom/index.js';
import type { Operator } from '../operator/index.js';
import type { Db } from '../platform/database.js';
import { formatDate, formatDateTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Keys } from '../platform/keys.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { composeLetter, type LetterText } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import { toToken } from '../platform/personal-links.js';
import type { LetterKind, Recipient } from './mailing.js';
import { CONFIRM_LINK, MANAGE_LINK, paths } from './paths.js';
import { confirmBy, type Subscriber, subjectOf } from './subscriber.js';

/** The name a letter is signed with. */
const officeOf = (operator: Operator, lang: Lang): string =>
  inLanguage(operator.pressContactName, lang) ||
  inLanguage(operator.name, lang) ||
  translator(lang)('layout:portal');

function contactOf(operator: Operator, lang: Lang): string {
  const { pressContactPhone, pressContactEmail } = operator;
  return [officeOf(operator, lang), pressContactPhone, pressContactEmail].filter(Boolean).join('\n');
}

/** Carries no word the sender typed: the address is not proved yet, and the portal writes for no stranger. */
export async function confirmLetter(db: Db, operator: Operator, subscriber: Subscriber): Promise<Letter> {
  const { email, lang, id } = subscriber;
  const template = 'alerts:letters.confirm';
  const text = await composeLetter(db, template, lang, {
    office: officeOf(operator, lang),
    contact: contactOf(operator, lang),
    deadline: formatDateTime(lang, confirmBy(subscriber)),
  });
  const link = { path: paths.confirm(lang), purpose: CONFIRM_LINK, id, version: 1 };
  return { kind: template, to: email, lang, ...text, link, about: subjectOf(subscriber) };
}

/** Somebody entered an address that is on the list: the mailbox hears of it, the page says nothing. */
export async function subscribedLetter(
  db: Db,
  operator: Operator,
  subscriber: Subscriber,
  lang: Lang,
): Promise<Letter> {
  const template = 'alerts:letters.subscribed';
  const text = await composeLetter(db, template, lang, {
    office: officeOf(operator, lang),
    contact: contactOf(operator, lang),
  });
  const about = subjectOf(subscriber);
  return { kind: template, to: subscriber.email, lang, ...text, link: manageLink(lang, subscriber), about };
}

const manageLink = (lang: Lang, { id }: { id: number }) => ({
  path: paths.manage(lang),
  purpose: MANAGE_LINK,
  id,
  version: 1,
});

export const RELEASE_LETTERS: Record<LetterKind, string> = {
  release: 'alerts:letters.release',
  correction: 'alerts:letters.correction',
  withdrawal: 'alerts:letters.withdrawal',
};

/** What stands around a release in its letter. */
export interface ReleaseAround {
  operator: Operator;
  baseUrl: string;
  /** Pictures and documents of the release that anybody may see. */
  files: { slug: string; title: string }[];
}

/** The text of one kind of letter, the same for everybody; `{link}` stays open for each reader's own. */
export function releaseText(
  db: Db,
  kind: LetterKind,
  release: Release,
  { operator, baseUrl, files }: ReleaseAround,
): Promise<LetterText> {
  const { language: lang, correction, withdrawal, contact } = release;
  const address = { lang, year: release.year, slug: release.slug };
  const t = translator(lang);
  const kit = files.map(({ slug, title }) => `${title}:\n${baseUrl}${mediaPaths.asset(lang, slug)}`);
  const pdf = `${t('newsroom:formats.pdf.name')}:\n${baseUrl}${newsroomPaths.release(address, 'pdf')}`;
  return composeLetter(db, RELEASE_LETTERS[kind], lang, {
    title: release.title,
    subtitle: release.subtitle,
    dateline: [release.place, formatDate(lang, releasedAt(release))].filter(Boolean).join(', '),
    teaser: release.teaser,
    address: baseUrl + newsroomPaths.release(address),
    files: [pdf, ...kit].join('\n\n'),
    correction: correction ? `${t('newsroom:corrected')}:\n${correction.text}` : '',
    note: (kind === 'withdrawal' ? withdrawal?.note : correction?.text) ?? '',
    contact:
      [contact.name, contact.phone, contact.email].filter(Boolean).join('\n') || contactOf(operator, lang),
    office: officeOf(operator, lang),
  });
}

export function releaseLetter(text: LetterText, kind: LetterKind, lang: Lang, recipient: Recipient): Letter {
  return {
    kind: RELEASE_LETTERS[kind],
    to: recipient.email,
    lang,
    ...text,
    link: manageLink(lang, recipient),
    about: subjectOf(recipient),
    afterSent: 'alert',
    bulk: true,
  };
}

/** What mail programs and servers read: which list this is, and how to leave it with one click (RFC 2369, 2919, 8058). */
export function listHeaders(
  { keys, baseUrl }: { keys: Keys; baseUrl: string },
  { lang, link }: Pick<Letter, 'lang' | 'link'>,
): Record<string, string> {
  const token = link ? toToken(keys, link) : '';
  return {
    'List-Id': `<presseverteiler.${new URL(baseUrl).hostname}>`,
    'List-Unsubscribe': `<${baseUrl}${paths.unsubscribe(lang, token)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    // Automatic answers would come back to the press office by the hundred.
    Precedence: 'list',
  };
}
