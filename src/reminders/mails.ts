/** The letters that remind: applicants of an answer and of the day itself, the team of its promise. */
import {
  type AccreditationRequest,
  type HistoryEntry,
  letterToApplicant,
  openEnquiry,
  type SlotWish,
  visibleLimits,
  visibleSlotState,
} from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import type { Db } from '../platform/database.js';
import { formatDateTime, formatTime } from '../platform/dates.js';
import { deadlineWords } from '../platform/deadlines.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { composeLetter } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import { queuePaths, withQuery } from '../queue/index.js';
import type { Member } from '../staff/index.js';

interface About {
  request: AccreditationRequest;
  event: Event;
  history: readonly HistoryEntry[];
}

/** What is still missing, and until when. */
export function enquiryReminder(db: Db, { request, event, history }: About): Promise<Letter> {
  const { lang } = request;
  const { text, due } = openEnquiry(request, history) ?? { text: '', due: undefined };
  const until = due ?? request.enquiryDueAt;
  return letterToApplicant(db, event, request, {
    template: 'reminders:letters.enquiry',
    values: { text, due: until ? deadlineWords(translator(lang), lang, until) : '' },
  });
}

export interface Visit extends About {
  slots: readonly Slot[];
  wishes: readonly SlotWish[];
}

/** Everything for the day, with badge and calendar entry once more. */
export async function visitReminder(db: Db, visit: Visit): Promise<Letter> {
  const { request, event, history } = visit;
  const { lang, id } = request;
  const t = translator(lang);
  const headed = (name: string, text: string) => (text ? `${t(`reminders:parts.${name}`)}\n${text}` : '');
  const letter = await letterToApplicant(db, event, request, {
    template: 'reminders:letters.visit',
    values: {
      starts: formatTime(lang, event.startsAt),
      entry: event.pressEntryAt
        ? t('reminders:parts.entry', { time: formatTime(lang, event.pressEntryAt) })
        : '',
      directions: headed('directions', inLanguage(event.texts.directions, lang)),
      limits: headed('limits', visibleLimits(history)),
      slots: headed('slots', grantedSlots(t, lang, visit)),
    },
  });
  return {
    ...letter,
    attachments: [
      { kind: 'badge', id },
      { kind: 'calendar', id },
    ],
  };
}

const grantedSlots = (t: Translate, lang: Lang, { slots, wishes, history }: Visit): string =>
  slots
    .filter(({ id }) => wishes.some(({ slotId }) => slotId === id))
    .filter(({ id }) => visibleSlotState(history, id) === 'granted')
    .map((slot) =>
      t('reminders:parts.slot', {
        kind: t(`labels:slotKinds.${slot.kind}`),
        title: inLanguage(slot.texts.title, lang),
        time: formatDateTime(lang, slot.startsAt),
      }),
    )
    .join('\n');

/** What an event still has to decide. */
export interface Undecided {
  event: Event;
  count: number;
  /** Of these, assigned to the reader. */
  mine: number;
  /** The ones that wait longest. */
  references: readonly string[];
}

export async function undecidedLetter(
  db: Db,
  { member, undecided, now, baseUrl }: { member: Member; undecided: Undecided[]; now: Date; baseUrl: string },
): Promise<Letter> {
  const lang = member.language;
  const t = translator(lang);
  const lines = undecided.map(({ event, count, mine, references }) => {
    const answerBy = formatDateTime(lang, event.answerBy);
    const more = count > references.length ? ' …' : '';
    return [
      t('reminders:undecided.event', { event: inLanguage(event.texts.title, lang) }),
      t('reminders:undecided.count', { count }),
      t(now > event.answerBy ? 'reminders:undecided.late' : 'reminders:undecided.promised', { answerBy }),
      mine > 0 ? t('reminders:undecided.mine', { count: mine }) : '',
      t('reminders:undecided.oldest', { references: references.join(', ') + more }),
      baseUrl + withQuery(queuePaths.queue, `event=${event.id}`),
    ]
      .filter(Boolean)
      .join('\n');
  });
  const template = `reminders:letters.${'undecided'}`;
  const values = { member: member.name, lines: lines.join('\n\n') };
  return { kind: template, to: member.email, lang, ...(await composeLetter(db, template, lang, values)) };
}
