/** A reason of the catalogue, in both languages: offered to reviewers until it is retired, read for ever. */
import type { Decision } from '../accreditation/index.js';
import { type Bilingual, inLanguage, type Lang } from '../platform/languages.js';
import type { OfferedState } from '../platform/offered.js';

/** The decisions that can name a reason, in the order of the list. */
export const WITH_REASON = [
  'reject',
  'revoke',
  'waitlist',
  'approve_limited',
  'enquire',
] as const satisfies readonly Decision[];

export interface ReasonTexts {
  /** What reviewers choose by. */
  label: Bilingual;
  /** When it fits; may be empty. */
  hint: Bilingual;
  /** The sentence of the letter. */
  text: Bilingual;
}

export interface ReasonUse {
  decision: Decision;
  offered: boolean;
  /** Its place among the reasons of this decision. */
  position: number;
}

export interface Reason {
  id: number;
  /** What forms and programs send; never changes. */
  key: string;
  state: OfferedState;
  texts: ReasonTexts;
  uses: ReasonUse[];
  /** Counts changes, for compare-and-set. */
  version: number;
  updatedAt: Date;
}

/** Every reason there ever was. */
export type Catalogue = readonly Reason[];

const useOf = ({ uses }: Reason, decision: Decision): ReasonUse | undefined =>
  uses.find((use) => use.decision === decision);

/** What may be chosen for this decision now, in its order. */
export function offeredReasons(catalogue: Catalogue, decision: Decision): Reason[] {
  return catalogue
    .filter((reason) => reason.state === 'offered' && useOf(reason, decision)?.offered)
    .sort((a, b) => useOf(a, decision)!.position - useOf(b, decision)!.position);
}

export const isOffered = (catalogue: Catalogue, decision: Decision, key: string): boolean =>
  offeredReasons(catalogue, decision).some((reason) => reason.key === key);

/** Retired ones too, for decisions made with them. */
export const findReason = (catalogue: Catalogue, decision: Decision, key: string): Reason | undefined =>
  catalogue.find((reason) => reason.key === key && useOf(reason, decision));

/** Empty for a decision without a reason. */
export function reasonLabel(catalogue: Catalogue, lang: Lang, decision: Decision, key: string): string {
  const reason = findReason(catalogue, decision, key);
  return reason ? inLanguage(reason.texts.label, lang) : key;
}

/** The sentence of the letter; empty for a decision without a reason. */
export function reasonSentence(catalogue: Catalogue, lang: Lang, decision: Decision, key: string): string {
  const reason = findReason(catalogue, decision, key);
  return reason ? inLanguage(reason.texts.text, lang) : '';
}
