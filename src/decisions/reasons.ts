/** The catalogue of reasons: which ones each decision offers, and what else a decision must say. */
import type { Decision } from '../accreditation/index.js';

/** Label, explanation and the sentence of the letter stand under `decisions:reasons.<decision>.<key>`. */
export const REASONS = {
  approve: [],
  approve_limited: ['area', 'time', 'no_camera'],
  waitlist: ['capacity', 'outlet_share', 'late'],
  reject: ['no_proof', 'proof_invalid', 'not_press', 'capacity', 'late', 'security'],
  enquire: ['card_unreadable', 'card_expired', 'assignment_missing', 'samples_unnamed'],
  revoke: ['false_statements', 'outlet_left', 'house_rules', 'security'],
} as const satisfies Record<Decision, readonly string[]>;

export interface Demands {
  reason: 'required' | 'optional' | 'none';
  /** `orReason`: a text block of the catalogue is enough. */
  text: 'required' | 'optional' | 'orReason' | 'none';
  /** A limit from the catalogue or in words; one of the two is enough. */
  limits: boolean;
  /** A day until which the answer is awaited. */
  due: boolean;
  /** Grants or declines the wished slots. */
  slots: boolean;
}

export const DEMANDS: Record<Decision, Demands> = {
  approve: { reason: 'none', text: 'none', limits: false, due: false, slots: true },
  approve_limited: { reason: 'optional', text: 'optional', limits: true, due: false, slots: true },
  waitlist: { reason: 'required', text: 'optional', limits: false, due: false, slots: false },
  reject: { reason: 'required', text: 'required', limits: false, due: false, slots: false },
  enquire: { reason: 'optional', text: 'orReason', limits: false, due: true, slots: false },
  revoke: { reason: 'required', text: 'required', limits: false, due: false, slots: false },
};

export const reasonsFor = (decision: Decision): readonly string[] => REASONS[decision];

export function isReason(decision: Decision, key: string): boolean {
  return reasonsFor(decision).includes(key);
}

/** What the team decided and says about it; every text is in the language of the applicant. */
export interface Verdict {
  decision: Decision;
  /** Key of the catalogue, empty where the decision needs none. */
  reason: string;
  text: string;
  limits: string;
  /** Until when an enquiry is to be answered. */
  due: Date | undefined;
  /** The slots to grant; undefined: as many of the wished ones as have room. */
  slots: readonly number[] | undefined;
}
