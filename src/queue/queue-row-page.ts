/** One row of the queue as it is printed. */
import { fullName } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { type HintMark, hintMark, type Related } from '../hints/index.js';
import { formatShortDate } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Member } from '../staff/index.js';
import { type Filters, toQuery } from './filters.js';
import { paths, withQuery } from './paths.js';
import type { QueueItem } from './queue.js';
import { type Badge, type DueWords, dueWords, durationWords, stateBadge } from './state-words-page.js';

export interface QueueRowView {
  name: string;
  href: string;
  reference: string;
  outlet: string;
  kind: string;
  badge: Badge;
  waits: string;
  due: DueWords | undefined;
  proof: string;
  hint: HintMark | undefined;
  assignee: string;
  /** Who else has it open at this moment; empty where nobody has. */
  present: string;
}

interface RowFacts {
  t: Translate;
  lang: Lang;
  now: Date;
  filters: Filters;
  events: Event[];
  reviewers: Member[];
  documents: Map<number, number>;
  answers: Map<number, Date>;
  related: Map<number, Related[]>;
  present: Map<number, number>;
}

export function rowView(facts: RowFacts, item: QueueItem): QueueRowView {
  const { t, lang, now } = facts;
  const event = facts.events.find(({ id }) => id === item.eventId);
  const due = event && dueWords({ t, lang, now }, item, event.answerBy);
  return {
    name: fullName(item),
    href: withQuery(paths.request(item.reference), toQuery(facts.filters)),
    reference: item.reference,
    outlet: item.outletName,
    kind: `${t(`labels:outletTypes.${item.outletType}`)} · ${t(`labels:workAreas.${item.workArea}`)}`,
    badge: stateBadge(t, { ...item, answered: facts.answers.has(item.id) }),
    waits: due
      ? durationWords(t, item.confirmedAt, now)
      : t('queue:list.decided', { date: formatShortDate(lang, item.decidedAt ?? item.confirmedAt) }),
    due,
    proof: proofWords(facts, item),
    hint: hintOf(facts, item, event),
    assignee: facts.reviewers.find(({ id }) => id === item.assignedTo)?.name ?? '',
    present: presentWords(facts, item),
  };
}

function presentWords({ t, present, reviewers }: RowFacts, { id: requestId }: QueueItem): string {
  const colleague = reviewers.find(({ id }) => id === present.get(requestId));
  return colleague ? t('presence:inList', { name: colleague.name }) : '';
}

function proofWords({ t, documents }: RowFacts, item: QueueItem): string {
  const count = documents.get(item.id) ?? 0;
  const kind = t(`queue:proofs.${item.proofKind}`);
  return count > 0 ? t('queue:list.documents', { kind, count }) : kind;
}

/** The one thing to know before opening it. */
function hintOf(
  { t, lang, now, answers, related, events }: RowFacts,
  item: QueueItem,
  event: Event | undefined,
): QueueRowView['hint'] {
  const answer = answers.get(item.id);
  if (item.state === 'info_requested' && item.enquiryDueAt) {
    const passed = item.enquiryDueAt < now;
    const date = formatShortDate(lang, item.enquiryDueAt);
    return { text: t(passed ? 'queue:list.unanswered' : 'queue:list.until', { date }), attention: passed };
  }
  if (item.state === 'in_review' && answer)
    return { text: t('queue:list.answered', { date: formatShortDate(lang, answer) }), attention: false };
  return event && hintMark(t, item, event, { related: related.get(item.id) ?? [], events });
}
