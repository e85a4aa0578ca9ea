/** The form of a verdict below the proof it is about, and the badge that names it. */
import { formatDateTime, toIsoLocal } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import { type Entered, errorAt, type ShownError, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { type JudgedProof, needsReason, PROOF_VERDICTS, type VerdictKind } from './verdict.js';

/** A verdict that could not be kept, shown again with what is wrong with it. */
export interface VerdictState {
  /** Key of the proof. */
  proof: string;
  entered: Entered;
  errors: ShownError[];
  /** Somebody was faster, or the proof has changed: a key of the language files. */
  conflict: string | undefined;
}

export interface VerdictFields {
  action: string;
  proof: string;
  seen: string;
  legend: string;
  error: string;
  /** `saves`: says enough without a reason. */
  options: { id: string; value: VerdictKind; label: string; checked: boolean; saves: boolean }[];
  reason: TextField;
  /** Who judged it and when; empty while nobody has. */
  given: { text: string; time: string; iso: string; reason: string } | undefined;
  badge: Badge | undefined;
  conflict: string;
  writes: boolean;
}

/** An icon and a word. */
interface Badge {
  label: string;
  icon: string;
  tone: 'success' | 'warning' | 'danger';
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

export function verdictFields(
  { t, lang, writes, verdict: again }: Seen,
  { proof, verdict }: JudgedProof,
  action: string,
): VerdictFields {
  const given: Entered = { verdict: verdict?.verdict ?? '', reason: verdict?.reason ?? '' };
  const entered = again?.entered ?? given;
  const errors = again?.errors ?? [];
  const chosen = textOf(entered, 'verdict');
  return {
    action,
    proof: proof.key,
    seen: String(verdict?.id ?? ''),
    legend: t(`verdicts:form.${proof.documentId === undefined ? 'onEntered' : 'onDocument'}`),
    error: errorAt(errors, 'verdict'),
    options: PROOF_VERDICTS.map((value, at) => ({
      id: at === 0 ? 'verdict' : `verdict-${value}`,
      value,
      label: t(`verdicts:kinds.${value}`),
      checked: value === chosen,
      saves: !needsReason(value),
    })),
    reason: textField(
      'reason',
      t('verdicts:form.reason'),
      { entered, errors },
      { optional: true, mark: t('verdicts:form.internal') },
    ),
    given: verdict && {
      text: t('verdicts:form.by', { who: verdict.actorName }),
      time: formatDateTime(lang, verdict.at),
      iso: toIsoLocal(verdict.at),
      reason: verdict.reason,
    },
    badge: verdict && verdictBadge(t, verdict.verdict),
    conflict: again?.conflict ? t(again.conflict) : '',
    writes,
  };
}
