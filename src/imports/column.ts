/** What a column of a list can hold, which of it must be there, and what its heading says about it. */
import type { Kind } from './import.js';

export const FIELDS = [
  ...([
    'lastName',
    'firstName',
    'fullName',
    'email',
    'phone',
    'outletName',
    'outletType',
    'workArea',
  ] as const),
  ...(['jobTitle', 'outletWebsite', 'editorialContact'] as const),
  ...(['pressCardNumber', 'pressCardIssuer', 'pressCardYear', 'imprintUrl'] as const),
  ...(['vehiclePlate', 'equipmentNeeds', 'accessNeeds', 'note', 'lang', 'outcome'] as const),
] as const;
export type Field = (typeof FIELDS)[number];

/** Only an earlier list says how it ended. */
export const fieldsFor = (kind: Kind): readonly Field[] =>
  FIELDS.filter((field) => kind === 'past' || field !== 'outcome');

/** Without a column of its own, `outletType`, `workArea` and `outcome` can be chosen once for all rows. */
const REQUIRED: Record<Kind, readonly Field[]> = {
  requests: ['lastName', 'firstName', 'email', 'phone', 'outletName', 'outletType', 'workArea'],
  past: ['lastName', 'firstName', 'email', 'outletName', 'outletType', 'workArea', 'outcome'],
};
export const isRequired = (kind: Kind, field: Field): boolean => REQUIRED[kind].includes(field);
export const FOR_ALL: readonly Field[] = ['outletType', 'workArea', 'outcome'];

/** Required columns nothing was matched with; a full name stands for both names. */
export function missingFields(kind: Kind, fields: readonly (Field | '')[]): Field[] {
  const has = (field: Field) => fields.includes(field);
  const named = (field: Field) => (field === 'lastName' || field === 'firstName') && has('fullName');
  return REQUIRED[kind].filter((field) => !has(field) && !named(field) && !FOR_ALL.includes(field));
}

/** Chosen for two columns at once. */
export const doubledFields = (fields: readonly (Field | '')[]): Field[] =>
  FIELDS.filter((field) => fields.filter((chosen) => chosen === field).length > 1);

/** As people write them above a column, German and English, without case, blanks and signs. */
const HEADINGS: Record<Field, string> = {
  lastName: 'nachname familienname zuname lastname surname familyname name2',
  firstName: 'vorname rufname firstname givenname forename name1',
  fullName:
    'name vornamename namevorname vorundnachname vornamenachname nachnamevorname person journalist journalistin fullname teilnehmer teilnehmerin ansprechpartner ansprechpartnerin kontakt contact',
  email: 'email mail emailadresse mailadresse emailaddress mailaddress kontaktemail epost',
  phone:
    'telefon tel telefonnummer mobil handy mobilnummer mobiltelefon handynummer phone phonenumber mobile mobilephone cell telephone rufnummer telefonmobil',
  outletName:
    'medium redaktion medien zeitung sender outlet media organisation organization firma unternehmen company publication verlag agentur newspaper medienhaus arbeitgeber',
  outletType: 'mediengattung gattung medienart outlettype mediatype artdesmediums medientyp',
  workArea: 'taetigkeit arbeitsbereich workarea aufgabe einsatz',
  jobTitle: 'funktion position rolle jobtitle role beruf',
  outletWebsite: 'website webseite homepage internet url web outletwebsite internetseite',
  editorialContact: 'redaktionskontakt chefredaktion editorialcontact ressortleitung kontaktredaktion',
  pressCardNumber:
    'presseausweis presseausweisnummer ausweisnummer ausweisnr presseausweisnr presscard presscardnumber presscardno cardnumber',
  pressCardIssuer: 'verband ausgestelltvon aussteller issuer presscardissuer ausstellenderverband',
  pressCardYear: 'jahr ausweisjahr gueltigbis presscardyear presseausweisjahr',
  imprintUrl: 'impressum imprint imprinturl',
  vehiclePlate: 'kennzeichen kfz kfzkennzeichen vehicleplate plate numberplate licenceplate licenseplate',
  equipmentNeeds: 'technik ausruestung technischerbedarf equipment equipmentneeds strom',
  accessNeeds: 'barrierefreiheit zugang accessneeds accessibility',
  note: 'bemerkung bemerkungen anmerkung anmerkungen notiz hinweis kommentar note notes comment comments remark remarks',
  lang: 'sprache language lang',
  outcome: 'ergebnis entscheidung status akkreditiert zugelassen outcome decision result accredited',
};

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');

/** One field per column, each at most once, the first column that says so; empty where nothing fits. */
export function guessFields(kind: Kind, headings: readonly string[]): (Field | '')[] {
  const taken = new Set<Field>();
  const guessed = headings.map((heading): Field | '' => {
    const word = folded(heading);
    const field = fieldsFor(kind).find((one) => !taken.has(one) && HEADINGS[one].split(' ').includes(word));
    if (field) taken.add(field);
    return field ?? '';
  });
  // “Name” beside a column with first names is the last name.
  const whole = guessed.indexOf('fullName');
  if (whole >= 0 && taken.has('firstName') && !taken.has('lastName')) guessed[whole] = 'lastName';
  else if (whole >= 0 && taken.has('firstName') && taken.has('lastName')) guessed[whole] = '';
  return guessed;
}
