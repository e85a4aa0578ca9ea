/** Page model of one letter: where it stands, what may be done, and its text as the reader got it. */
import { formatDateTime } from '../platform/dates.js';
import { RETRY_MINUTES, reasonText } from '../platform/mail-status.js';
import type { OutgoingMail } from '../platform/outbox.js';
import type { Page } from '../platform/render.js';
import { may } from '../staff/index.js';
import { isOfDecision, possibleSteps, type RecordLink } from './letter.js';
import { type Look, lookOf, messageOf, type Reading } from './outbox-page.js';
import { paths } from './paths.js';

export interface LetterPage extends Page, Look {
  message: string;
  /** What it is about; without an address for whoever may not open it. */
  record: { label: string; href: string } | undefined;
  facts: { label: string; value: string }[];
  /** The text around each place where the personal link stands; the link itself is never shown. */
  bodyParts: string[];
  lang: string;
  steps: { name: string; action: string }[];
  /** Why a waiting letter cannot be stopped here; empty otherwise. */
  hint: string;
}

export function letterPage(reading: Reading, mail: OutgoingMail, record: RecordLink | undefined): LetterPage {
  const { t, role } = reading;
  const steps = possibleSteps(role, mail).map((name) => ({ name, action: paths.step(mail.id, name) }));
  return {
    title: mail.subject,
    section: 'outbox',
    crumbs: [{ label: t('outbox:title'), href: paths.outbox }],
    message: messageOf(reading, mail),
    record: record && { ...record, href: may(role, record.area, 'read') ? record.href : '' },
    facts: factsOf(reading, mail),
    bodyParts: mail.link ? mail.body.split('{link}') : [mail.body],
    lang: mail.lang,
    steps,
    hint: mail.state === 'waiting' && isOfDecision(mail) ? t('outbox:problems.decision') : '',
    ...lookOf(t, mail),
  };
}

function factsOf({ t, lang, mailServer }: Reading, mail: OutgoingMail): LetterPage['facts'] {
  const fact = (name: string, value: string) => ({ label: t(`outbox:facts.${name}`), value });
  const facts = [
    fact('to', mail.to),
    fact('language', t(`outbox:languages.${mail.lang}`)),
    fact('queued', formatDateTime(lang, mail.queuedAt)),
    fact('tries', t('outbox:triesOf', { count: mail.tries, max: RETRY_MINUTES.length + 1 })),
  ];
  if (mail.state === 'waiting') facts.push(fact('next', formatDateTime(lang, mail.notBefore)));
  if (mail.sentAt) facts.push(fact('sent', formatDateTime(lang, mail.sentAt)));
  if (mail.lastError) facts.push(fact('error', reasonText(t, mail)));
  if (mail.attachments.length > 0)
    facts.push(fact('attachments', t('outbox:attachments', { count: mail.attachments.length })));
  if (!mailServer && mail.sentAt) facts.push(fact('file', `mail/${mail.messageId}.eml`));
  return facts;
}
