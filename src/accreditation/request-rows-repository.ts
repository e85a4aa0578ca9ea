/** How a request lies in the database: the row, and the way between row and request. Only repositories use it. */
import type { Lang } from '../platform/languages.js';
import { cardKey, outletKey, personKey } from './likeness.js';
import {
  type AccreditationRequest,
  emailKey,
  type OutletType,
  type ProofKind,
  type RequestInput,
  type WorkArea,
} from './request.js';
import { type Decision, toState } from './status.js';

export interface RequestRow {
  id: number;
  event_id: number;
  reference: string;
  state: string;
  shown_state: string;
  language: string;
  kept: boolean | number;
  link_version: number;
  version: number;
  submission: string;
  live_key: string | null;
  first_name: string;
  last_name: string;
  email: string;
  email_key: string;
  phone: string;
  job_title: string;
  outlet_name: string;
  outlet_type: string;
  outlet_website: string;
  editorial_contact: string;
  work_area: string;
  proof_kind: string;
  press_card_issuer: string;
  press_card_number: string;
  press_card_year: string;
  sample_url_1: string;
  sample_url_2: string;
  imprint_url: string;
  equipment_needs: string;
  vehicle_plate: string;
  access_needs: string;
  note: string;
  person_key: string | null;
  outlet_key: string | null;
  card_key: string | null;
  decision: string | null;
  decision_reason: string | null;
  decision_text: string | null;
  decision_limits: string | null;
  decided_at: string | null;
  needs_reapproval: boolean | number;
  enquiry_due_at: string | null;
  assigned_to: number | null;
  created_at: string;
  confirmed_at: string | null;
  updated_at: string;
}

export function fromInput(input: RequestInput) {
  return {
    first_name: input.firstName,
    last_name: input.lastName,
    email: input.email,
    email_key: emailKey(input.email),
    phone: input.phone,
    job_title: input.jobTitle,
    outlet_name: input.outletName,
    outlet_type: input.outletType,
    outlet_website: input.outletWebsite,
    editorial_contact: input.editorialContact,
    work_area: input.workArea,
    proof_kind: input.proofKind,
    press_card_issuer: input.pressCardIssuer,
    press_card_number: input.pressCardNumber,
    press_card_year: input.pressCardYear,
    sample_url_1: input.sampleUrl1,
    sample_url_2: input.sampleUrl2,
    imprint_url: input.imprintUrl,
    equipment_needs: input.equipmentNeeds,
    vehicle_plate: input.vehiclePlate,
    access_needs: input.accessNeeds,
    note: input.note,
    person_key: personKey(input) ?? null,
    outlet_key: outletKey(input) ?? null,
    card_key: cardKey(input) ?? null,
  };
}

export function toRequest(row: RequestRow): AccreditationRequest {
  return {
    id: row.id,
    eventId: row.event_id,
    reference: row.reference,
    state: toState(row.state),
    shownState: toState(row.shown_state),
    lang: row.language as Lang,
    kept: Boolean(row.kept),
    linkVersion: row.link_version,
    version: row.version,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    jobTitle: row.job_title,
    outletName: row.outlet_name,
    outletType: row.outlet_type as OutletType,
    outletWebsite: row.outlet_website,
    editorialContact: row.editorial_contact,
    workArea: row.work_area as WorkArea,
    proofKind: row.proof_kind as ProofKind,
    pressCardIssuer: row.press_card_issuer,
    pressCardNumber: row.press_card_number,
    pressCardYear: row.press_card_year,
    sampleUrl1: row.sample_url_1,
    sampleUrl2: row.sample_url_2,
    imprintUrl: row.imprint_url,
    equipmentNeeds: row.equipment_needs,
    vehiclePlate: row.vehicle_plate,
    accessNeeds: row.access_needs,
    note: row.note,
    decision: (row.decision ?? undefined) as Decision | undefined,
    decisionReason: row.decision_reason ?? undefined,
    decisionText: row.decision_text ?? undefined,
    decisionLimits: row.decision_limits ?? undefined,
    decidedAt: row.decided_at ? new Date(row.decided_at) : undefined,
    needsReapproval: Boolean(row.needs_reapproval),
    enquiryDueAt: row.enquiry_due_at ? new Date(row.enquiry_due_at) : undefined,
    assignedTo: row.assigned_to ?? undefined,
    createdAt: new Date(row.created_at),
    confirmedAt: row.confirmed_at ? new Date(row.confirmed_at) : undefined,
    updatedAt: new Date(row.updated_at),
  };
}
