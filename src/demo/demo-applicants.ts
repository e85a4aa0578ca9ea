/** A dozen obviously invented journalists, and how far each of them has got. */
import type { RequestInput } from '../accreditation/index.js';

export type Outcome =
  | { do: 'approve'; limits?: string }
  | { do: 'waitlist' | 'reject' | 'enquire'; reason: string; text: string }
  | { do: 'answer'; text: string; file: boolean }
  | { do: 'withdraw' };

export interface DemoApplicant {
  input: Partial<RequestInput> & Pick<RequestInput, 'firstName' | 'lastName' | 'outletName'>;
  /** Days and time of asking, Europe/Berlin in October 2024. */
  asked: string;
  lang?: 'de' | 'en';
  /** Keys of wished slots. */
  slots?: string[];
  file?: 'card' | 'letter';
  unconfirmed?: boolean;
  then?: Outcome[];
}

export const APPLICANTS: DemoApplicant[] = [
  {
    input: {
      ...{
        firstName: 'Jonas',
        lastName: 'Beispielmann',
        jobTitle: 'Redakteur',
        outletName: 'Musterkurier Gera',
      },
      ...{ outletType: 'print', workArea: 'text', proofKind: 'press_card', pressCardIssuer: 'djv' },
      ...{ pressCardNumber: 'MU-000-1234', pressCardYear: '2024', phone: '0365 000 12 34' },
    },
    asked: '02T10:12',
    slots: ['interview-schubert'],
    file: 'card',
    then: [{ do: 'approve' }],
  },
  {
    input: {
      ...{
        firstName: 'Paula',
        lastName: 'Probst-Muster',
        jobTitle: 'Redakteurin',
        outletName: 'Ilmtal-Musterbote',
      },
      ...{
        outletType: 'print',
        outletWebsite: 'https://ilmtal-musterbote.example',
        email: 'p.probst@ilmtal-musterbote.example',
      },
      ...{
        workArea: 'text',
        proofKind: 'press_card',
        pressCardIssuer: 'dju',
        pressCardNumber: 'MU-000-4711',
      },
      ...{
        pressCardYear: '2024',
        phone: '0361 000 47 11',
        accessNeeds: 'Stufenfreier Weg',
        equipmentNeeds: 'Steckdose am Platz',
      },
    },
    asked: '04T16:52',
    slots: ['interview-schubert'],
    file: 'card',
    then: [
      {
        do: 'enquire',
        reason: 'card_unreadable',
        text: 'Uns geht es nur um das Gültigkeitsjahr. Ein Auftragsschreiben Ihrer Redaktion genügt auch.',
      },
      { do: 'answer', text: 'Danke für den Hinweis. Anbei das Schreiben meiner Redaktion.', file: true },
    ],
  },
  {
    input: {
      ...{
        firstName: 'Friederike',
        lastName: 'Formblatt',
        jobTitle: 'Freie Journalistin',
        outletName: 'frei, u. a. Musterpresse',
      },
      ...{
        outletType: 'freelance',
        workArea: 'photo',
        proofKind: 'samples',
        email: 'friederike.formblatt@freemail.example',
      },
      ...{
        sampleUrl1: 'https://musterpresse.example/beitrag-1',
        sampleUrl2: 'https://musterpresse.example/beitrag-2',
      },
    },
    asked: '04T17:30',
    slots: ['photo-opening'],
    then: [
      {
        do: 'enquire',
        reason: 'samples_unnamed',
        text: 'Ein Auftragsschreiben einer der Redaktionen, für die Sie arbeiten, genügt auch.',
      },
    ],
  },
  {
    input: {
      ...{ firstName: 'Oskar', lastName: 'Vordruck', jobTitle: 'Fotograf', outletName: 'Agentur Fiktion' },
      ...{ outletType: 'agency', workArea: 'photo', proofKind: 'press_card', pressCardIssuer: 'freelens' },
      ...{ pressCardNumber: 'MU-000-2200', pressCardYear: '2024' },
    },
    asked: '07T09:05',
    slots: ['photo-opening'],
    then: [{ do: 'approve' }],
  },
  {
    input: {
      ...{
        firstName: 'Leonie',
        lastName: 'Lückentext',
        jobTitle: 'Kamerafrau',
        outletName: 'Probe-TV Thüringen',
      },
      ...{
        outletType: 'tv',
        workArea: 'camera',
        proofKind: 'assignment',
        vehiclePlate: 'EF-XX 000',
        equipmentNeeds: 'Stellplatz für einen Übertragungswagen, 16 A',
      },
    },
    asked: '07T10:40',
    slots: ['pool-camera', 'interview-eckardt'],
    file: 'letter',
    then: [{ do: 'approve', limits: 'Zugang nur zum Saal und zum Presseraum' }],
  },
  {
    input: {
      ...{
        firstName: 'Ansgar',
        lastName: 'Kabelmann',
        jobTitle: 'Tonmeister',
        outletName: 'Probe-TV Thüringen',
      },
      ...{ outletType: 'tv', workArea: 'sound', proofKind: 'assignment' },
    },
    asked: '07T10:44',
    file: 'letter',
  },
  {
    input: {
      ...{
        firstName: 'Hilde',
        lastName: 'Exempel',
        jobTitle: 'Chefredakteurin',
        outletName: 'Verwaltung Digital (Muster)',
      },
      ...{
        outletType: 'online',
        workArea: 'text',
        proofKind: 'imprint',
        imprintUrl: 'https://verwaltung-digital.example/impressum',
      },
      ...{ outletWebsite: 'https://verwaltung-digital.example', email: 'exempel@verwaltung-digital.example' },
    },
    asked: '08T08:15',
    slots: ['interview-eckardt'],
  },
  {
    input: {
      ...{
        firstName: 'Emma',
        lastName: 'Placeholder',
        jobTitle: 'Correspondent',
        outletName: 'The Sample Courier',
      },
      ...{
        outletType: 'print',
        workArea: 'text',
        proofKind: 'press_card',
        pressCardIssuer: 'other',
        pressCardNumber: 'SC-42',
        pressCardYear: '2024',
      },
    },
    asked: '08T11:20',
    lang: 'en',
    file: 'card',
  },
  {
    input: {
      ...{
        firstName: 'Torben',
        lastName: 'Testlauf',
        jobTitle: 'Podcaster',
        outletName: 'Podcast „Amt und Würfel“',
      },
      ...{ outletType: 'online', workArea: 'sound', proofKind: 'samples' },
      ...{
        sampleUrl1: 'https://amt-und-wuerfel.example/folge-12',
        sampleUrl2: 'https://amt-und-wuerfel.example/folge-15',
      },
    },
    asked: '08T15:02',
    then: [{ do: 'waitlist', reason: 'capacity', text: '' }],
  },
  {
    input: {
      ...{
        firstName: 'Viktor',
        lastName: 'Vorspann',
        jobTitle: 'Marketing',
        outletName: 'Muster-Marketing GmbH',
      },
      ...{
        outletType: 'other',
        workArea: 'text',
        proofKind: 'samples',
        sampleUrl1: 'https://muster-marketing.example/kampagne',
        sampleUrl2: 'https://muster-marketing.example/referenz',
      },
    },
    asked: '08T16:31',
    then: [
      {
        do: 'reject',
        reason: 'not_press',
        text: 'Die beiden verlinkten Seiten werben für Ihr eigenes Unternehmen. Berichten Sie daneben für ein Medium, stellen Sie gern einen neuen Antrag mit einem Nachweis dafür.',
      },
    ],
  },
  {
    input: {
      ...{
        firstName: 'Nuria',
        lastName: 'Nachtrag',
        jobTitle: 'Redakteurin',
        outletName: 'Netzwelt Beispiel',
      },
      ...{
        outletType: 'online',
        workArea: 'text',
        proofKind: 'press_card',
        pressCardIssuer: 'bdzv',
        pressCardNumber: 'MU-000-3131',
        pressCardYear: '2024',
      },
    },
    asked: '09T12:48',
    then: [{ do: 'withdraw' }],
  },
  {
    input: {
      ...{
        firstName: 'Yasemin',
        lastName: 'Zeilenbruch',
        jobTitle: 'Volontärin',
        outletName: 'Musterstädter Tagespost',
      },
      ...{ outletType: 'print', workArea: 'text', proofKind: 'assignment' },
    },
    asked: '09T18:20',
    file: 'letter',
  },
  {
    input: {
      ...{
        firstName: 'Karim',
        lastName: 'Platzhalter',
        jobTitle: 'Reporter',
        outletName: 'Beispiel-Rundfunk Mitte',
      },
      ...{
        outletType: 'radio',
        workArea: 'sound',
        proofKind: 'press_card',
        pressCardIssuer: 'djv',
        pressCardNumber: 'MU-000-9090',
        pressCardYear: '2024',
      },
    },
    asked: '10T08:41',
    unconfirmed: true,
  },
];
