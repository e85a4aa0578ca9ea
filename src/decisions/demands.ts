/** What each decision must say, and what the team said. */
import type { Decision } from '../accreditation/index.js';

export interface Demands {
  reason: 'required' | 'optional' | 'none';
  /** `orReason`: a text block of the catalogue is enough. */
  text: 'required' | 'optional' | 'orReason' | 'none';
  /** A limit from the catalogue or in words; one of the two is enough. */
  limits: boolean;
  /** What became known after the approval, and when. */
  fact: boolean;
  /** A day until which the answer is awaited. */
  due: boolean;
  /** Grants or declines the wished slots. */
  slots: boolean;
}

export const DEMANDS: Record<Decision, Demands> = {
  approve: { reason: 'none', text: 'none', limits: false, due: false, fact: false, slots: true },
  approve_limited: {
    reason: 'optional',
    text: 'optional',
    limits: true,
    due: false,
    fact: false,
    slots: true,
  },
  waitlist: { reason: 'required', text: 'optional', limits: false, due: false, fact: false, slots: false },
  reject: { reason: 'required', text: 'required', limits: false, due: false, fact: false, slots: false },
  enquire: { reason: 'optional', text: 'orReason', limits: false, due: true, fact: false, slots: false },
  revoke: { reason: 'required', text: 'required', limits: false, due: false, fact: true, slots: false },
};

/** What the team decided and says about it; every text is in the language of the applicant. */
export interface Ruling {
  decision: Decision;
  /** Key of the catalogue, empty where the decision needs none. */
  reason: string;
  text: string;
  limits: string;
  /** For a revocation: what became known, and on which day (2024-10-12). */
  fact?: { text: string; knownOn: string } | undefined;
  /** Until when an enquiry is to be answered. */
  due: Date | undefined;
  /** The slots to grant; undefined: as many of the wished ones as have room. */
  slots: readonly number[] | undefined;
}

/** The words of a decision that needs none. */
export const NO_WORDS = {
  reason: '',
  text: '',
  limits: '',
  due: undefined,
  slots: undefined,
} as const satisfies Omit<Ruling, 'decision'>;
