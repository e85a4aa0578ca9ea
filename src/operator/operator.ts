/** The authority that runs the portal: what header, footer, letters and legal pages say about it. */
import type { Bilingual } from '../platform/languages.js';

export interface Operator {
  /** Second line of the word mark: Thüringer Finanzministerium. */
  name: Bilingual;
  /** Last part of the logo's address, `<stored file>.png`; empty: the word mark stands alone. */
  logo: string;
  /** CSS pixels at which the logo is shown. */
  logoSize?: { width: number; height: number };
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

/** The stored file behind the logo's address. */
export const logoFile = (logo: string): string => logo.replace(/\.\w+$/, '');

/** What the settings form says; the logo is a file of its own. */
export type OperatorFields = Omit<Operator, 'logo' | 'logoSize'>;

/** Texts in Markdown, in the order of the form. */
export const MARKDOWN_SETTINGS = [
  'imprint',
  'dataProtectionOfficer',
  'legalBasis',
  'legalRemedy',
  'accessibilityBody',
] as const;
