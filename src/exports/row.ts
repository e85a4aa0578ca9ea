/** A request and its wishes as an export reads them, and what each column needs of it. */
import type { Column } from './columns.js';

export interface ExportRow {
  id: number;
  event_id: number;
  reference: string;
  state: string;
  language: string;
  first_name: string;
  last_name: string;
  email: string;
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
  decision_limits: string | null;
  decided_at: string | null;
  assigned_to: number | null;
  confirmed_at: string;
}

export interface WishRow {
  request_id: number;
  state: string;
  /** The texts of the slot as JSON. */
  texts: string;
}

/** `id` is always read. */
export const SOURCES: Record<Column, readonly (keyof ExportRow)[]> = {
  reference: ['reference'],
  event: ['event_id'],
  state: ['state'],
  confirmedAt: ['confirmed_at'],
  decidedAt: ['decided_at'],
  limits: ['decision_limits'],
  assignee: ['assigned_to'],
  language: ['language'],
  lastName: ['last_name'],
  firstName: ['first_name'],
  email: ['email'],
  phone: ['phone'],
  jobTitle: ['job_title'],
  outletName: ['outlet_name'],
  outletType: ['outlet_type'],
  outletWebsite: ['outlet_website'],
  editorialContact: ['editorial_contact'],
  workArea: ['work_area'],
  proofKind: ['proof_kind'],
  pressCardIssuer: ['press_card_issuer'],
  pressCardNumber: ['press_card_number'],
  pressCardYear: ['press_card_year'],
  samples: ['sample_url_1', 'sample_url_2'],
  imprint: ['imprint_url'],
  slots: [],
  equipmentNeeds: ['equipment_needs'],
  vehiclePlate: ['vehicle_plate'],
  accessNeeds: ['access_needs'],
  note: ['note'],
};
