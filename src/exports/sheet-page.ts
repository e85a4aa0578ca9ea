/** What stands in each cell of an export, in the language of whoever exports. */
import type { Event } from '../events/index.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Member } from '../staff/index.js';
import type { Cell } from './cell.js';
import type { Column } from './columns.js';
import type { ExportRow, WishRow } from './row.js';

export interface SheetWords {
  t: Translate;
  lang: Lang;
  events: ReadonlyMap<number, Event>;
  members: ReadonlyMap<number, Member>;
}

type ValueOf = (row: ExportRow, words: SheetWords, wishes: readonly WishRow[]) => Cell;

const VALUES: Record<Column, ValueOf> = {
  reference: (row) => row.reference,
  event: (row, { lang, events }) => {
    const event = events.get(row.event_id);
    return event && inLanguage(event.texts.title, lang);
  },
  state: (row, { t }) => t(`labels:states.${row.state}`),
  confirmedAt: (row) => new Date(row.confirmed_at),
  decidedAt: (row) => (row.decided_at ? new Date(row.decided_at) : undefined),
  limits: (row) => row.decision_limits ?? '',
  assignee: (row, { members }) => members.get(row.assigned_to ?? 0)?.name,
  language: (row, { t }) => t(`exports:languages.${row.language}`),
  lastName: (row) => row.last_name,
  firstName: (row) => row.first_name,
  email: (row) => row.email,
  phone: (row) => row.phone,
  jobTitle: (row) => row.job_title,
  outletName: (row) => row.outlet_name,
  outletType: (row, { t }) => t(`labels:outletTypes.${row.outlet_type}`),
  outletWebsite: (row) => row.outlet_website,
  editorialContact: (row) => row.editorial_contact,
  workArea: (row, { t }) => t(`labels:workAreas.${row.work_area}`),
  proofKind: (row, { t }) => t(`labels:proofKinds.${row.proof_kind}`),
  pressCardIssuer: (row, { t }) => row.press_card_issuer && t(`labels:issuers.${row.press_card_issuer}`),
  pressCardNumber: (row) => row.press_card_number,
  pressCardYear: (row) => row.press_card_year,
  samples: (row) => [row.sample_url_1, row.sample_url_2].filter(Boolean).join(' '),
  imprint: (row) => row.imprint_url,
  slots: (_row, { t, lang }, wishes) =>
    wishes
      .map(({ state, texts }) => {
        const { title } = JSON.parse(texts);
        return `${inLanguage(title, lang)} (${t(`exports:slots.${state}`)})`;
      })
      .join('; '),
  equipmentNeeds: (row) => row.equipment_needs,
  vehiclePlate: (row) => row.vehicle_plate,
  accessNeeds: (row) => row.access_needs,
  note: (row) => row.note,
};

export const headings = ({ t }: Pick<SheetWords, 't'>, columns: readonly Column[]): string[] =>
  columns.map((column) => t(`exports:columns.${column}`));

export function cellsOf(
  row: ExportRow,
  columns: readonly Column[],
  words: SheetWords,
  wishes: readonly WishRow[],
): Cell[] {
  return columns.map((column) => VALUES[column](row, words, wishes));
}
