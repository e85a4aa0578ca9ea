/** The settings of the demo's operator. Legal texts are placeholders that a real operator replaces and has checked. */
import type { Operator } from '../operator/index.js';

export const DEMO_OPERATOR: Operator = {
  name: { de: 'Thüringer Finanzministerium', en: 'Thuringian Ministry of Finance' },
  logo: '',
  imprint: {
    de: '**Demo: Diese Angaben ersetzt der Betreiber.**\n\nThüringer Finanzministerium, Kommunikation\n\nMusterstraße 1, 99999 Musterstadt\n\nE-Mail: kommunikation@tfm.thueringen.de\n\nVerantwortlich im Sinne des § 18 Abs. 2 MStV: Erika Mustermann (erfundene Person), Anschrift wie oben.',
    en: '**Demo: the operator replaces these details.**\n\nThuringian Ministry of Finance, Communications\n\nMusterstraße 1, 99999 Musterstadt\n\nE-mail: kommunikation@tfm.thueringen.de\n\nResponsible under section 18 (2) MStV: Erika Mustermann (invented person), address as above.',
  },
  dataProtectionOfficer: {
    de: 'Max Mustermann (erfundene Person), Datenschutzbeauftragter, Musterstraße 1, 99999 Musterstadt, datenschutz@demo.example',
    en: 'Max Mustermann (invented person), data protection officer, Musterstraße 1, 99999 Musterstadt, datenschutz@demo.example',
  },
  pressContactName: {
    de: 'Kommunikation, Thüringer Finanzministerium',
    en: 'Communications, Thuringian Ministry of Finance',
  },
  pressContactEmail: 'kommunikation@tfm.thueringen.de',
  pressContactPhone: '',
  legalBasis: {
    de: '§ 4 Thüringer Pressegesetz und das Hausrecht der Veranstalterin, ausgeübt nach pflichtgemäßem Ermessen (Demo-Text: vor dem Einsatz rechtlich prüfen lassen).',
    en: 'Section 4 of the Thuringian Press Act and the organiser’s right to the premises, exercised with due discretion (demo text: have it checked by lawyers before use).',
  },
  legalRemedy: {
    de: 'Gegen diese Entscheidung können Sie innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Musterstadt erheben. Wegen der kurzen Zeit bis zur Veranstaltung ist auch ein Antrag auf einstweiligen Rechtsschutz möglich (Demo-Text: vor dem Einsatz rechtlich prüfen lassen).',
    en: 'You may bring an action against this decision before the Administrative Court of Musterstadt within one month of being notified. As the event is near, you may also apply for interim relief (demo text: have it checked by lawyers before use).',
  },
  accessibilityBody: {
    de: 'Landesdurchsetzungsstelle für digitale Barrierefreiheit (Demo: Anschrift ergänzt der Betreiber).',
    en: 'State enforcement body for digital accessibility (demo: the operator adds the address).',
  },
};
