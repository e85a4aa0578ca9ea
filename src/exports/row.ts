/** A request and its wishes as an export reads them. */

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
