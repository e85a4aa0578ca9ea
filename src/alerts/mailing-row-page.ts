/** One mailing as a row of the desk: what was told, how far it is, what could not be delivered. */
import { newsroomPaths, type Release } from '../newsroom/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import type { Mailing } from './mailing.js';
import { paths } from './paths.js';

export interface DeskReading {
  t: Translate;
  lang: Lang;
  /** May look an address up and delete it. */
  writes: boolean;
}

export interface MailingFacts {
  mailing: Mailing;
  release: Release | undefined;
  /** Letters that wait or are on their way. */
  underWay: number;
  /** What was said last about a letter that was given up; empty where all arrived. */
  lastError: string;
}

export interface MailingRow {
  title: string;
  /** Where the public reads it; empty when it cannot (any more). */
  href: string;
  lang: Lang;
  what: string;
  startedAt: string;
  running: boolean;
  progress: { value: number; max: number; text: string };
  failed: string;
  /** What the mail server said last. */
  reason: string;
  /** Where the failed letters are sent again; empty where there is nothing to send. */
  resend: string;
  state: string;
  badge: 'info' | 'success' | 'warning' | 'plain';
  icon: string;
}

export function mailingRow(
  { t, lang, writes }: DeskReading,
  { mailing, release, underWay, lastError }: MailingFacts,
): MailingRow {
  const { letters, sent, failed, queuedAt, version, occasion } = mailing;
  const running = !queuedAt || underWay > 0;
  const dropped = Math.max(0, letters - sent - failed - underWay);
  const what = occasion === 'withdrawal' ? 'withdrawal' : version > 1 ? 'correction' : 'release';
  const state = running ? 'running' : failed > 0 ? 'partly' : letters === 0 ? 'nobody' : 'done';
  return {
    title: release?.title ?? '',
    href: release && release.state !== 'withdrawn' ? newsroomPaths.releaseOf(release) : '',
    lang: release?.language ?? lang,
    what: t(`alerts:desk.mailings.what.${what}`, { version }),
    startedAt: formatDateTime(lang, mailing.startedAt),
    running,
    progress: {
      value: letters - underWay,
      max: Math.max(1, letters),
      text: t('alerts:desk.mailings.progress', { sent: formatNumber(lang, sent), count: letters }),
    },
    failed: [
      failed > 0 ? t('alerts:desk.mailings.failed', { count: failed }) : '',
      dropped > 0 ? t('alerts:desk.mailings.dropped', { count: dropped }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    reason: failed > 0 ? lastError : '',
    resend: writes && lastError ? paths.deskResend(mailing.id) : '',
    state: t(`alerts:desk.mailings.states.${state}`),
    ...LOOKS[state],
  };
}

const LOOKS = {
  running: { badge: 'info', icon: 'autorenew' },
  partly: { badge: 'warning', icon: 'warning' },
  nobody: { badge: 'plain', icon: 'info' },
  done: { badge: 'success', icon: 'check' },
} as const;
