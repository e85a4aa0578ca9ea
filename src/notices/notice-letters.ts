/** The letters to the team. They name references and outlets, and lead to the desk; the rest is read there. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDate } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage } from '../platform/languages.js';
import { composeLetter } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import { queuePaths } from '../queue/index.js';
import type { Member } from '../staff/index.js';
import { byOccasion, type News } from './news.js';
import { OCCASIONS, type Occasion } from './notices.js';

const LETTERS: Record<Occasion, string> = {
  new: 'noticeNew',
  answer: 'noticeAnswer',
  unanswered: 'noticeUnanswered',
  edit: 'noticeEdit',
  message: 'noticeMessage',
  withdrawal: 'noticeWithdrawal',
};

export async function noticeLetter(
  db: Db,
  about: { request: AccreditationRequest; event: Event; occasion: Occasion; member: Member; baseUrl: string },
): Promise<Letter> {
  const { request, event, occasion, member, baseUrl } = about;
  const lang = member.language;
  const t = translator(lang);
  const template = `notices:letters.${LETTERS[occasion]}`;
  const values = {
    member: member.name,
    reference: request.reference,
    event: inLanguage(event.texts.title, lang),
    outlet: request.outletName,
    outletType: t(`labels:outletTypes.${request.outletType}`),
    workArea: t(`labels:workAreas.${request.workArea}`),
    answerBy: formatDate(lang, event.answerBy),
    link: baseUrl + queuePaths.request(request.reference),
  };
  return { kind: template, to: member.email, lang, ...(await composeLetter(db, template, lang, values)) };
}

/** At most this many references per line; the rest is one click away. */
const MAX_REFERENCES = 30;

export async function digestLetter(
  db: Db,
  { news, member, baseUrl }: { news: readonly News[]; member: Member; baseUrl: string },
): Promise<Letter> {
  const lang = member.language;
  const t = translator(lang);
  const found = byOccasion(news);
  const lines = OCCASIONS.flatMap((occasion) => {
    const references = found.get(occasion);
    if (!references) return [];
    const listed = references.slice(0, MAX_REFERENCES).join(', ');
    const more = references.length > MAX_REFERENCES ? ' …' : '';
    return [`${t(`notices:digest.${occasion}`, { count: references.length })}\n${listed}${more}`];
  });
  const values = { member: member.name, lines: lines.join('\n\n'), link: baseUrl + queuePaths.queue };
  const template = `notices:letters.${'digest'}`;
  return { kind: template, to: member.email, lang, ...(await composeLetter(db, template, lang, values)) };
}
