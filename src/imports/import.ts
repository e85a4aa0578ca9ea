/** A list taken in: what it is, how its columns are read, and its life as a table. */
import type { OutletType, WorkArea } from '../accreditation/index.js';
import { Conflict } from '../platform/errors.js';
import type { FieldError } from '../platform/form.js';
import type { Lang } from '../platform/languages.js';
import type { Field } from './column.js';

/** `requests`: for this event, they come into the list; `past`: who was there, remembered, never written to. */
export const KINDS = ['requests', 'past'] as const;
export type Kind = (typeof KINDS)[number];

export const OUTCOMES = ['approved', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type ImportState = 'uploaded' | 'checked' | 'running' | 'stopped' | 'done';

const STEPS = {
  check: { from: ['uploaded', 'checked'], to: 'checked' },
  start: { from: ['checked', 'stopped'], to: 'running' },
  stop: { from: ['running'], to: 'stopped' },
  finish: { from: ['running'], to: 'done' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>;
export type ImportStep = keyof typeof STEPS;

export const allowsImportStep = (state: ImportState, step: ImportStep): boolean =>
  (STEPS[step].from as readonly ImportState[]).includes(state);

/** Throws a Conflict for every step that is not in the table. */
export function nextImportState(state: ImportState, step: ImportStep): ImportState {
  if (!allowsImportStep(state, step)) throw new Conflict('imports:errors.step');
  return STEPS[step].to;
}

export const isRunning = (state: ImportState): boolean => state === 'running';
/** Nothing of it has been taken over yet: it may be thrown away. */
export const isDraft = (state: ImportState): boolean => allowsImportStep(state, 'check');

/** What each column holds, and what counts for every row that says nothing. */
export interface Matching {
  /** By column; empty: left out. */
  fields: (Field | '')[];
  outletType: OutletType | '';
  workArea: WorkArea | '';
  lang: Lang;
  outcome: Outcome | '';
  letters: boolean;
}

/** Why it stands still: who started it may not any more, or the event takes nothing in any more. */
export type Halt = 'rights' | 'event';

export interface Import {
  id: number;
  eventId: number;
  kind: Kind;
  state: ImportState;
  actsFor: number;
  /** Empty once the rows are deleted. */
  fileName: string;
  headings: string[];
  matching: Matching | undefined;
  /** Rows of the file without empty ones. */
  total: number;
  starts: number;
  halted: Halt | undefined;
  createdAt: Date;
  finishedAt: Date | undefined;
}

/** `raw`: not looked at; `known`: asked already, or stands in the file twice. */
export const ROW_STATES = ['raw', 'new', 'known', 'wrong', 'done', 'failed'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A row as the desk lists it. */
export interface ListedRow {
  position: number;
  state: RowState;
  messages: FieldError[];
  /** Last name first, so that a divided name can be checked; of a wrong row how it begins; empty when that is deleted. */
  name: string;
  outlet: string;
  reference: string;
}

/** The subject of audit entries. */
export const importSubject = ({ id }: Pick<Import, 'id'>): string => `import:${id}`;
