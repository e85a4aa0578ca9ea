/** An accreditation request, as the communications team speaks of it. */
import type { Lang } from '../platform/languages.js';
import type { Decision, State, StepName } from './status.js';

export const OUTLET_TYPES = [
  'print',
  'online',
  'agency',
  'radio',
  'tv',
  'photo',
  'freelance',
  'other',
] as const;
export const WORK_AREAS = ['text', 'photo', 'camera', 'sound', 'technical'] as const;
export const PROOF_KINDS = ['press_card', 'assignment', 'samples', 'imprint'] as const;
/** `other` is allowed and only gives a hint to the team. */
export const CARD_ISSUERS = ['djv', 'dju', 'bdzv', 'mvfp', 'vds', 'freelens', 'other'] as const;

export type OutletType = (typeof OUTLET_TYPES)[number];
export type WorkArea = (typeof WORK_AREAS)[number];
/** `not_recorded`: from a list that says nothing of a proof; the form never offers it. */
export type ProofKind = (typeof PROOF_KINDS)[number] | 'not_recorded';

/** What an applicant fills in; every field is a text, empty where it does not apply. */
export interface RequestInput {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  jobTitle: string;
  outletName: string;
  outletType: OutletType;
  outletWebsite: string;
  editorialContact: string;
  workArea: WorkArea;
  proofKind: ProofKind;
  pressCardIssuer: string;
  pressCardNumber: string;
  pressCardYear: string;
  sampleUrl1: string;
  sampleUrl2: string;
  imprintUrl: string;
  equipmentNeeds: string;
  vehiclePlate: string;
  accessNeeds: string;
  note: string;
}

export interface AccreditationRequest extends RequestInput {
  id: number;
  eventId: number;
  /** TEK24-7K3F: printed on letters, used at the desk; opens nothing by itself. */
  reference: string;
  state: State;
  /** What the applicant, the badge and the check-in see: the state before, until the decision's letter has left. */
  shownState: State;
  lang: Lang;
  /** Taken from a list of an earlier event: remembered, never written to, without link and badge. */
  kept: boolean;
  /** Raising it makes every earlier personal link worthless. */
  linkVersion: number;
  /** Counts changes, for compare-and-set. */
  version: number;
  decision: Decision | undefined;
  /** Key of the catalogue. */
  decisionReason: string | undefined;
  decisionText: string | undefined;
  decisionLimits: string | undefined;
  decidedAt: Date | undefined;
  /** The applicant changed name, outlet, work area or proof after the approval. */
  needsReapproval: boolean;
  enquiryDueAt: Date | undefined;
  assignedTo: number | undefined;
  createdAt: Date;
  confirmedAt: Date | undefined;
  updatedAt: Date;
}

/** A file the applicant sent in: with the request, or as an answer to a further enquiry. */
export interface RequestDocument {
  id: number;
  requestId: number;
  /** Name in the file store. */
  file: string;
  originalName: string;
  kind: string;
  bytes: number;
  sha256: string;
  origin: 'request' | 'edit' | 'answer';
  addedAt: Date;
}

export type NewDocument = Omit<RequestDocument, 'id' | 'requestId'>;

/** One line of the history: who did what, when. Never changed, deleted only with the whole request. */
export interface HistoryEntry {
  /**
   * `undo`: a decision was taken back before its letter left. `verdict`: the team judged a proof. Both never shown to the
   * applicant.
   */
  step: StepName | 'submit' | 'undo' | 'verdict' | 'unanswered' | 'propose' | 'return' | 'take_back';
  state: State;
  /** `applicant`, `system`, `staff:3` */
  actor: string;
  /** Name of the staff member, for the desk only; the applicant reads "the team". */
  actorName: string;
  /** `reason` (key of the catalogue), `text`, `limits`, `due`, `fields`. */
  details: Record<string, string>;
  at: Date;
  /** Undefined while the letter of the decision waits; the applicant does not see the entry yet. */
  shownAt: Date | undefined;
}

export interface Message {
  id: number;
  direction: 'to_applicant' | 'from_applicant';
  author: string;
  text: string;
  at: Date;
  shownAt: Date | undefined;
  documentId: number | undefined;
}

/** A slot the applicant wishes; `granted` and `declined` come with the decision. */
export interface SlotWish {
  slotId: number;
  state: 'wished' | 'granted' | 'declined';
}

/** Changing one of these after the approval asks for re-approval. */
export const DECISIVE_FIELDS = [
  'firstName',
  'lastName',
  'outletName',
  'outletType',
  'workArea',
  'proofKind',
  'pressCardIssuer',
  'pressCardNumber',
  'pressCardYear',
  'sampleUrl1',
  'sampleUrl2',
  'imprintUrl',
] as const satisfies readonly (keyof RequestInput)[];

/** Same person, same event: the address decides, whatever case it is written in. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** Internal: belongs to the office and is never sent; the person reads it among their own data (decision 14). */
export interface Note {
  author: string;
  text: string;
  at: Date;
}

export const fullName = ({ firstName, lastName }: Pick<RequestInput, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();

/** What stays of a request for the statistics: kinds, no person and no outlet. */
export function withoutPerson({ outletType, workArea, proofKind }: RequestInput): RequestInput {
  return {
    ...{ firstName: '', lastName: '', email: '', phone: '', jobTitle: '' },
    ...{ outletName: '', outletType, outletWebsite: '', editorialContact: '', workArea, proofKind },
    ...{ pressCardIssuer: '', pressCardNumber: '', pressCardYear: '' },
    ...{ sampleUrl1: '', sampleUrl2: '', imprintUrl: '' },
    ...{ equipmentNeeds: '', vehiclePlate: '', accessNeeds: '', note: '' },
  };
}

/** The subject of audit entries and letters. */
export const subjectOf = ({ id }: Pick<AccreditationRequest, 'id'>): string => `request:${id}`;
