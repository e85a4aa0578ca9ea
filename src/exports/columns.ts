/** What an export may hold of each request, in groups, and which of it was chosen. */

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** In this order on the page and in the file. */
export const GROUPS = {
  case: ['reference', 'event', 'state', 'confirmedAt', 'decidedAt', 'limits', 'assignee', 'language'],
  person: ['lastName', 'firstName', 'email', 'phone', 'jobTitle'],
  outlet: ['outletName', 'outletType', 'outletWebsite', 'editorialContact', 'workArea'],
  proof: ['proofKind', 'pressCardIssuer', 'pressCardNumber', 'pressCardYear', 'samples', 'imprint'],
  day: ['slots', 'equipmentNeeds', 'vehiclePlate', 'accessNeeds', 'note'],
} as const;
export type Group = keyof typeof GROUPS;
export type Column = (typeof GROUPS)[Group][number];

export const COLUMNS: readonly Column[] = Object.values(GROUPS).flat();

/** Only for roles that may see proofs. */
const PROOFS: readonly Column[] = [
  'pressCardIssuer',
  'pressCardNumber',
  'pressCardYear',
  'samples',
  'imprint',
];

/** What a list for the entrance or for a colleague usually needs; the rest is a choice of its own. */
const USUAL: readonly Column[] = [
  ...['reference', 'state', 'confirmedAt', 'lastName', 'firstName', 'email'],
  ...['outletName', 'outletType', 'workArea'],
] as Column[];

export interface Reader {
  /** May see what proves that somebody works for the press. */
  proofs: boolean;
}

export const columnsFor = ({ proofs }: Reader): Column[] =>
  COLUMNS.filter((column) => proofs || !PROOFS.includes(column));

/**
 * The columns an address asks for, as far as the reader may see them; the usual ones where it asks for none. Empty
 * where a form was sent in which nothing was ticked.
 */
export function readColumns(query: Record<string, unknown>, reader: Reader): Column[] {
  const asked = [query['columns[]'] ?? []].flat().map(String);
  if (asked.length === 0 && query.chosen === undefined) return [...USUAL];
  return columnsFor(reader).filter((column) => asked.includes(column));
}

/** The same as an address; the usual choice is not written. */
export function columnsQuery(columns: readonly Column[]): string {
  if (columns.join() === USUAL.join()) return '';
  return new URLSearchParams([['chosen', '1'], ...columns.map((column) => ['columns[]', column])]).toString();
}
