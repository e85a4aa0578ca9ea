/** What lists say in words, as the portal keeps it: kinds of outlet, languages, outcomes, and a name in one column. */
import type { Entered } from '../platform/form.js';
import type { Lang } from '../platform/languages.js';
import type { Field } from './column.js';
import type { Matching, Outcome } from './import.js';

/** A row as the rules of the form read it. */
export interface ListedEntry {
  fields: Entered;
  lang: Lang;
  /** Undefined: the list says something that is no outcome. */
  outcome: Outcome | '' | undefined;
}

const WORDS: Partial<Record<Field, Record<string, string>>> = {
  outletType: {
    print:
      'print zeitung zeitschrift magazin tageszeitung wochenzeitung newspaper magazine presse zeitungoderzeitschrift newspaperormagazine',
    online: 'online web internet blog onlinemedium website podcast',
    agency: 'agency agentur nachrichtenagentur newsagency presseagentur',
    radio: 'radio hörfunk rundfunk hoerfunk',
    tv: 'tv fernsehen television',
    photo: 'photo foto bildagentur fotografie',
    freelance: 'freelance frei freie freier freelancer freifürmehreremedien freelanceforseveraloutlets',
    other: 'other anderes sonstiges sonstige andere',
  },
  workArea: {
    text: 'text wort schreiben redaktion reporter reporterin',
    photo: 'photo foto fotografie fotograf fotografin',
    camera: 'camera kamera video film bild',
    sound: 'sound ton audio',
    technical: 'technical technik technicalcrew crew',
  },
  pressCardIssuer: {
    djv: 'djv',
    dju: 'dju djuinverdi verdi djuverdi',
    bdzv: 'bdzv',
    mvfp: 'mvfp vdz',
    vds: 'vds',
    freelens: 'freelens',
  },
  lang: { de: 'de deutsch german', en: 'en englisch english' },
  outcome: {
    approved: 'approved accredited akkreditiert zugelassen genehmigt angenommen ja yes x ok true 1',
    rejected: 'rejected refused abgelehnt nichtzugelassen nichtakkreditiert nein no false 0',
  },
};

/** The code for a word of a list; what nobody knows stays as it is, so that the rules can refuse it. */
export function codeOf(field: Field, text: string): string {
  const word = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const codes = Object.entries(WORDS[field] ?? {});
  return codes.find(([, words]) => words.split(' ').includes(word))?.[0] ?? text;
}

const SALUTATION = /^(?:herrn?|frau|mrs?|ms)\.?\s+/i;
/** They begin a last name. */
const PARTICLES = /^(?:von|vom|van|de|der|den|del|della|di|da|du|la|le|ten|ter|zu|zum|zur|el|al|bin|ibn)$/i;

/** “Musterfeld, Mara” and “Mara von Musterfeld”; a single word is a last name. */
export function splitName(text: string): { firstName: string; lastName: string } {
  const name = text.trim().replace(/\s+/g, ' ').replace(SALUTATION, '');
  const comma = name.indexOf(',');
  if (comma > 0) return { lastName: name.slice(0, comma).trim(), firstName: name.slice(comma + 1).trim() };
  const words = name.split(' ');
  let start = words.length - 1;
  while (start > 1 && PARTICLES.test(words[start - 1]!)) start -= 1;
  return { firstName: words.slice(0, start).join(' '), lastName: words.slice(start).join(' ') };
}

/** The mark that our own table for mending puts in front of what a spreadsheet would run. */
export const unmarked = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\n])/, '');

export function toEntry(cells: readonly string[], matching: Matching): ListedEntry {
  const cell = (field: Field): string => {
    const at = matching.fields.indexOf(field);
    return at < 0 ? '' : unmarked((cells[at] ?? '').trim());
  };
  const coded = (field: Field) => codeOf(field, cell(field));
  const whole = matching.fields.includes('fullName') ? splitName(cell('fullName')) : undefined;
  const texts = TEXTS.map((field) => [field, cell(field)] as const);
  const card = cell('pressCardNumber') !== '';
  const proofKind = card ? 'press_card' : cell('imprintUrl') !== '' ? 'imprint' : 'not_recorded';
  const outcome = matching.fields.includes('outcome')
    ? coded('outcome') || matching.outcome
    : matching.outcome;
  return {
    fields: {
      ...Object.fromEntries(texts),
      lastName: cell('lastName') || (whole?.lastName ?? ''),
      firstName: cell('firstName') || (whole?.firstName ?? ''),
      outletType: coded('outletType') || matching.outletType,
      workArea: coded('workArea') || matching.workArea,
      pressCardIssuer: issuerOf(coded('pressCardIssuer'), card),
      ...{ sampleUrl1: '', sampleUrl2: '', proofKind },
    },
    lang: coded('lang') === 'en' ? 'en' : coded('lang') === 'de' ? 'de' : matching.lang,
    outcome: outcome === '' || outcome === 'approved' || outcome === 'rejected' ? outcome : undefined,
  };
}

const TEXTS = [
  ...(['email', 'phone', 'outletName', 'jobTitle', 'outletWebsite', 'editorialContact'] as const),
  ...(['pressCardNumber', 'pressCardYear', 'imprintUrl'] as const),
  ...(['vehiclePlate', 'equipmentNeeds', 'accessNeeds', 'note'] as const),
];

/** Another association is an issuer too; the hints of the desk point it out. */
const issuerOf = (code: string, card: boolean): string =>
  card && code !== '' && !(code in (WORDS.pressCardIssuer ?? {})) ? 'other' : code;
