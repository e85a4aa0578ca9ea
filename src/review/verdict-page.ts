/** The form of a verdict below the proof it is about, and the badge that names it. */
import { formatDateTime, toIsoLocal } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import { type Entered, errorAt, type ShownError, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Badge } from '../queue/index.js';
import { type JudgedProof, PROOF_VERDICTS, type VerdictKind } from '../verdicts/index.js';
import type { CaseRecord } from './case.js';
import { addressIn, paths } from './paths.js';

/** A verdict that could not be kept, shown again with what is wrong with it. */
export interface VerdictState {
  /** Key of the proof. */
  proof: string;
  entered: Entered;
  errors: ShownError[];
  /** Somebody was faster, or the proof has changed: a key of the language files. */
  conflict: string | undefined;
}

export interface VerdictForm {
  action: string;
  proof: string;
  seen: string;
  legend: string;
  error: string;
  options: { id: string; value: VerdictKind; label: string; checked: boolean }[];
  reason: TextField;
  /** Who judged it and when; empty while nobody has. */
  given: { text: string; time: string; iso: string; reason: string } | undefined;
  badge: Badge | undefined;
  conflict: string;
  writes: boolean;
}

const LOOKS: Record<VerdictKind, Omit<Badge, 'label'>> = {
  valid: { icon: 'check', tone: 'success' },
  not_valid: { icon: 'close', tone: 'danger' },
  unreadable: { icon: 'visibility-off', tone: 'warning' },
  expired: { icon: 'calendar-today', tone: 'danger' },
};

export const verdictBadge = (t: Translate, verdict: VerdictKind): Badge => ({
  label: t(`verdicts:kinds.${verdict}`),
  ...LOOKS[verdict],
});

interface Seen {
  t: Translate;
  lang: Lang;
  writes: boolean;
  verdict: VerdictState | undefined;
}

export function verdictForm(
  { t, lang, writes, verdict: again }: Seen,
  { request }: CaseRecord,
  { proof, verdict }: JudgedProof,
  query: string,
): VerdictForm {
  const given: Entered = { verdict: verdict?.verdict ?? '', reason: verdict?.reason ?? '' };
  const entered = again?.entered ?? given;
  const errors = again?.errors ?? [];
  const chosen = textOf(entered, 'verdict');
  return {
    action: addressIn(paths.verdicts(request.reference), query),
    proof: proof.key,
    seen: String(verdict?.id ?? ''),
    legend: t(`review:verdict.${proof.documentId === undefined ? 'onEntered' : 'onDocument'}`),
    error: errorAt(errors, 'verdict'),
    options: PROOF_VERDICTS.map((value, at) => ({
      id: at === 0 ? 'verdict' : `verdict-${value}`,
      value,
      label: t(`verdicts:kinds.${value}`),
      checked: value === chosen,
    })),
    reason: textField(
      'reason',
      t('review:verdict.reason'),
      { entered, errors },
      { optional: true, mark: t('review:verdict.internal') },
    ),
    given: verdict && {
      text: t('review:verdict.by', { who: verdict.actorName }),
      time: formatDateTime(lang, verdict.at),
      iso: toIsoLocal(verdict.at),
      reason: verdict.reason,
    },
    badge: verdict && verdictBadge(t, verdict.verdict),
    conflict: again?.conflict ? t(again.conflict) : '',
    writes,
  };
}
