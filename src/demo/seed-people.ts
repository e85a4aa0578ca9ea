/** Invented people and outlets in any number: the same number is always the same person. */
import { readFileSync } from 'node:fs';
import { OUTLET_TYPES, type OutletType, type RequestInput, WORK_AREAS } from '../accreditation/index.js';
import { fromRoot } from '../platform/paths.js';

export interface SeedWords {
  firstNames: string[];
  nameStarts: string[];
  nameEnds: string[];
  places: string[];
  outlets: Record<OutletType, string[]>;
  notes: string[];
  messages: string[];
  titles: string[];
}

export function readSeedWords(): SeedWords {
  return JSON.parse(readFileSync(fromRoot('src/demo/content/seed.json'), 'utf8'));
}

/** Draws the parts of a person independently of each other: 7919, 104729 and so on are primes. */
export const pick = <Value>(values: readonly Value[], number: number, prime = 1): Value =>
  values[Math.floor((number * prime) / 7) % values.length]!;

export function seedInput(words: SeedWords, number: number, code: string): RequestInput {
  const outletType = pick(OUTLET_TYPES, number, 104_729);
  const outletName = `${pick(words.places, number, 1_299_709)} ${pick(words.outlets[outletType], number, 15_485_863)}`;
  const domain = `${plain(outletName)}.example`;
  const lastName = pick(words.nameStarts, number, 7919) + pick(words.nameEnds, number, 611_953);
  const card = number % 3 === 0;
  return {
    firstName: pick(words.firstNames, number, 32_452_843),
    lastName,
    // The code makes every address another one.
    email: `${plain(lastName)}.${code.toLowerCase()}@${number % 5 === 0 ? 'gmx.example' : domain}`,
    phone: '0361 000 00 00',
    jobTitle: pick(words.titles, number, 49_979_687),
    outletName: outletName.replace('- ', '-'),
    outletType,
    outletWebsite: `https://${domain}`,
    editorialContact: '',
    workArea: pick(WORK_AREAS, number, 86_028_121),
    proofKind: card ? 'press_card' : 'imprint',
    pressCardIssuer: card ? pick(['djv', 'dju', 'bdzv', 'other'] as const, number, 31) : '',
    pressCardNumber: card ? `MU-${code}` : '',
    pressCardYear: card ? (number % 9 === 0 ? '2023' : '2024') : '',
    sampleUrl1: '',
    sampleUrl2: '',
    imprintUrl: card ? '' : `https://${domain}/impressum`,
    equipmentNeeds: number % 6 === 0 ? 'Steckdose am Platz' : '',
    vehiclePlate: '',
    accessNeeds: '',
    note: '',
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
