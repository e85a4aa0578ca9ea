/** The authority that runs the portal: what header, footer, letters and legal pages say about it. */
import type { Bilingual } from '../platform/languages.js';

export interface Operator {
  /** Second line of the word mark: Thüringer Finanzministerium. */
  name: Bilingual;
  /** Name of the uploaded logo file in the media folder; empty: the word mark stands alone. */
  logo: string;
  /** Markdown: who answers for the site (§ 5 DDG, § 18 (2) MStV). */
  imprint: Bilingual;
  /** Markdown: name and address of the data protection officer. */
  dataProtectionOfficer: Bilingual;
  pressContactName: Bilingual;
  pressContactEmail: string;
  pressContactPhone: string;
  /** Markdown: legal basis and remedy that every rejection carries. */
  legalBasis: Bilingual;
  legalRemedy: Bilingual;
  /** Markdown: body that enforces accessibility (§ 12 BGG, ThürBarrWebG). */
  accessibilityBody: Bilingual;
}

const none: Bilingual = { de: '', en: '' };

export const EMPTY_OPERATOR: Operator = {
  name: none,
  logo: '',
  imprint: none,
  dataProtectionOfficer: none,
  pressContactName: none,
  pressContactEmail: '',
  pressContactPhone: '',
  legalBasis: none,
  legalRemedy: none,
  accessibilityBody: none,
};

/** Settings a production portal must not run without. */
const NEEDED = [
  'name',
  'imprint',
  'dataProtectionOfficer',
  'pressContactName',
  'pressContactEmail',
  'legalBasis',
  'legalRemedy',
] as const;
export type NeededSetting = (typeof NEEDED)[number];

export function missingSettings(operator: Operator): NeededSetting[] {
  return NEEDED.filter((name) => {
    const value = operator[name];
    return typeof value === 'string' ? value === '' : value.de === '';
  });
}
