/** A bulk run: one action for many requests, chosen once. Its life is this table; a step that is not in it is a Conflict. */
import { createHash } from 'node:crypto';
import type { Decision } from '../accreditation/index.js';
import type { Ruling } from '../decisions/index.js';
import { Conflict } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import type { LetterText } from '../platform/letters.js';

/** Revoking is weighed one by one. */
export const BULK_DECISIONS = ['approve', 'approve_limited', 'waitlist', 'reject', 'enquire'] as const;
export type BulkDecision = (typeof BULK_DECISIONS)[number];
export const BULK_ACTIONS = [...BULK_DECISIONS, 'assign'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const isBulkDecision = (action: BulkAction): action is BulkDecision => action !== 'assign';

/** `draft`: previewed, nothing is decided. */
export type RunState = 'draft' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

const STEPS = {
  start: { from: ['draft'], to: 'running' },
  stop: { from: ['running'], to: 'stopped' },
  resume: { from: ['stopped'], to: 'running' },
  retry: { from: ['done'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  undo: { from: ['stopped', 'done'], to: 'undoing' },
  /** What could not be taken back stays decided. */
  finishUndo: { from: ['undoing'], to: 'undone' },
} as const satisfies Record<string, { from: readonly RunState[]; to: RunState }>;
export type RunStep = keyof typeof STEPS;

export const allowsRunStep = (state: RunState, step: RunStep): boolean =>
  (STEPS[step].from as readonly RunState[]).includes(state);

export function nextRunState(state: RunState, step: RunStep): RunState {
  if (!allowsRunStep(state, step)) throw new Conflict('bulk:errors.step');
  return STEPS[step].to;
}

/** Something is still happening. */
export const isMoving = (state: RunState): boolean => state === 'running' || state === 'undoing';

export const ITEM_STATES = ['waiting', 'done', 'skipped', 'failed', 'undone'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What is written once for all who get it; texts in the language of their readers. */
export interface Wording {
  /** Key of the catalogue. */
  reason: string;
  /** Day until which an enquiry is to be answered. */
  due: string | undefined;
  texts: Partial<Record<Lang, { text: string; limits: string }>>;
  /** Of an assignment: the member, or nobody. */
  to?: number | undefined;
}

export interface Run {
  id: number;
  action: BulkAction;
  state: RunState;
  actsFor: number;
  wording: Wording | undefined;
  /** How many were chosen, also those that were erased since. */
  total: number;
  starts: number;
  halted: 'rights' | undefined;
  createdAt: Date;
  startedAt: Date | undefined;
  finishedAt: Date | undefined;
}

export const NO_WORDS: Wording = { reason: '', due: undefined, texts: {} };

/** Knows what was read in a preview again: words or texts that somebody changed since must not leave unseen. */
export const markOf = ({ wording }: Pick<Run, 'wording'>, texts: readonly LetterText[]): string =>
  createHash('sha256')
    .update(JSON.stringify([wording ?? null, texts]))
    .digest('base64url')
    .slice(0, 22);

/** The subject of audit entries. */
export const runSubject = ({ id }: Pick<Run, 'id'>): string => `bulk:${id}`;

/** What the run says about a request in this language; undefined where nobody wrote in it. */
export function rulingOf(run: Pick<Run, 'action' | 'wording'>, lang: Lang): Ruling | undefined {
  if (!isBulkDecision(run.action) || !run.wording) return undefined;
  const { reason, due, texts } = run.wording;
  const words = Object.keys(texts).length === 0 ? { text: '', limits: '' } : texts[lang];
  return (
    words && {
      decision: run.action satisfies Decision,
      reason,
      ...words,
      due: due === undefined ? undefined : new Date(due),
      slots: undefined,
    }
  );
}
