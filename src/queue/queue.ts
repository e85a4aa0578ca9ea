/** A request as the queue knows it. */
import type { OutletType, ProofKind, State, WorkArea } from '../accreditation/index.js';
import type { Lang } from '../platform/languages.js';

export interface QueueItem {
  id: number;
  eventId: number;
  reference: string;
  state: State;
  lang: Lang;
  firstName: string;
  lastName: string;
  email: string;
  outletName: string;
  outletType: OutletType;
  outletWebsite: string;
  workArea: WorkArea;
  proofKind: ProofKind;
  pressCardIssuer: string;
  pressCardYear: string;
  needsReapproval: boolean;
  enquiryDueAt: Date | undefined;
  decidedAt: Date | undefined;
  assignedTo: number | undefined;
  confirmedAt: Date;
}
