/** The demo congress: its facts are public, its times after 9:15, its press slots and its places are planning for the demo. */
import type { EventInput, ProgrammeItem, Slot } from '../events/index.js';
import type { Bilingual } from '../platform/languages.js';

const at = (time: string): Date => new Date(`2024-10-24T${time}:00+02:00`);
const both = (de: string, en: string): Bilingual => ({ de, en });

export const CONGRESS: EventInput = {
  slug: 'e-government-kongress-2024',
  shortCode: 'TEK24',
  state: 'published',
  startsAt: at('09:15'),
  endsAt: at('16:00'),
  pressEntryAt: at('08:30'),
  accreditationOpensAt: new Date('2024-10-01T00:00:00+02:00'),
  accreditationClosesAt: new Date('2024-10-22T18:00:00+02:00'),
  answerBy: new Date('2024-10-23T12:00:00+02:00'),
  texts: {
    title: both('3. Thüringer E-Government-Kongress', '3rd Thuringian E-Government Congress'),
    summary: both(
      '24 Vorträge und Workshops zu digitalen Diensten nach dem Onlinezugangsgesetz, zu Informationssicherheit, Cloud und Open Source. Für die Presse: O-Töne, ein Fototermin und Poolplätze für Kameras.',
      '24 talks and workshops on digital services under the Online Access Act, on information security, cloud and open source. For the press: interviews, a photo call and pool places for cameras.',
    ),
    place: both('Erfurt', 'Erfurt'),
    directions: both(
      'Am Pressetisch bekommen Sie Ihr Namensschild. Für Übertragungswagen ist am Haus Platz, wenn Sie ein Kennzeichen genannt haben.',
      'You will get your name badge at the press table. There is room for outside broadcast vans by the building if you have given us a number plate.',
    ),
    allocationRule: both(
      'Werden die Plätze knapp, entscheidet die Reihenfolge des vollständigen Eingangs, getrennt nach Text, Foto sowie Kamera und Ton. Je Medium sind höchstens drei Personen vorgesehen.',
      'If places run short, the order in which complete applications arrive decides, separately for text, photo, and camera and sound. At most three people per outlet are planned.',
    ),
    organiser: both('Thüringer Finanzministerium', 'Thuringian Ministry of Finance'),
    contactName: both(
      'Kommunikation, Thüringer Finanzministerium',
      'Communications, Thuringian Ministry of Finance',
    ),
  },
  programmeUrl: 'https://kongress.thueringen.de',
  contactEmail: 'kommunikation@tfm.thueringen.de',
  contactPhone: '',
  undoDelayMinutes: 5,
  fourEyes: false,
  releaseApproval: false,
};

export const PROGRAMME: Omit<ProgrammeItem, 'id'>[] = [
  {
    startsAt: at('09:15'),
    endsAt: at('09:45'),
    texts: {
      title: both(
        'Eröffnung: Wie sich die digitale Verwaltung entwickelt',
        'Opening: How digital administration develops',
      ),
      note: both('', ''),
    },
    speakers: [
      {
        name: 'Dr. Hartmut Schubert',
        function: both(
          'Finanzstaatssekretär, CIO des Freistaats Thüringen',
          'State Secretary for Finance, CIO of the Free State of Thuringia',
        ),
      },
      {
        name: 'Bernd Schlömer',
        function: both(
          'Staatssekretär für Digitalisierung, CIO von Sachsen-Anhalt',
          'State Secretary for Digitalisation, CIO of Saxony-Anhalt',
        ),
      },
    ],
  },
  {
    startsAt: at('09:45'),
    endsAt: at('10:15'),
    texts: {
      title: both('Ergebnisse des eGovernment MONITOR', 'Results of the eGovernment MONITOR'),
      note: both('', ''),
    },
    speakers: [
      {
        name: 'Dr. Irina Eckardt',
        function: both('Präsidiumsmitglied der Initiative D21', 'Member of the presidium of Initiative D21'),
      },
    ],
  },
  {
    startsAt: at('10:15'),
    endsAt: at('10:45'),
    texts: {
      title: both('Studiengänge, die IT-Fachkräfte gewinnen', 'Degree programmes that win IT professionals'),
      note: both('', ''),
    },
    speakers: [
      {
        name: 'Prof. Dr. Regina Polster',
        function: both(
          'Prodekanin, Hochschule Schmalkalden',
          'Vice dean, Schmalkalden University of Applied Sciences',
        ),
      },
      {
        name: 'Prof. Jürgen Müller',
        function: both('Duale Hochschule Gera-Eisenach', 'Gera-Eisenach University of Cooperative Education'),
      },
    ],
  },
  {
    startsAt: at('11:15'),
    endsAt: at('12:30'),
    texts: {
      title: both(
        'Vorträge: Digitale Dienste nach dem Onlinezugangsgesetz',
        'Talks: Digital services under the Online Access Act',
      ),
      note: both('Mit Beiträgen der FITKO.', 'With contributions by FITKO.'),
    },
    speakers: [],
  },
  {
    startsAt: at('13:30'),
    endsAt: at('14:45'),
    texts: {
      title: both(
        'Vorträge und Workshops: Informationssicherheit',
        'Talks and workshops: Information security',
      ),
      note: both('', ''),
    },
    speakers: [],
  },
  {
    startsAt: at('14:45'),
    endsAt: at('16:00'),
    texts: {
      title: both(
        'Vorträge: Hardware-Architekturen, Cloud und Open Source',
        'Talks: Hardware architectures, cloud and open source',
      ),
      note: both('', ''),
    },
    speakers: [],
  },
];

export const SLOTS: Omit<Slot, 'id' | 'eventId'>[] = [
  {
    key: 'photo-opening',
    kind: 'photo_call',
    startsAt: at('09:00'),
    endsAt: at('09:15'),
    capacity: 12,
    texts: {
      title: both('Eröffnung: Aufstellung auf der Bühne', 'Opening: line-up on stage'),
      note: both('Dr. Hartmut Schubert und Bernd Schlömer.', 'Dr. Hartmut Schubert and Bernd Schlömer.'),
    },
  },
  {
    key: 'pool-camera',
    kind: 'pool',
    startsAt: at('09:15'),
    endsAt: at('10:45'),
    capacity: 2,
    texts: {
      title: both('Kameras im Saal', 'Cameras in the hall'),
      note: both('Das Material geht an alle.', 'The material goes to everybody.'),
    },
  },
  {
    key: 'interview-schubert',
    kind: 'interview',
    startsAt: at('10:45'),
    endsAt: at('11:15'),
    capacity: 6,
    texts: {
      title: both('Dr. Hartmut Schubert', 'Dr. Hartmut Schubert'),
      note: both('Fünf Minuten je Redaktion, Presseraum.', 'Five minutes per newsroom, press room.'),
    },
  },
  {
    key: 'interview-eckardt',
    kind: 'interview',
    startsAt: at('12:30'),
    endsAt: at('13:00'),
    capacity: 6,
    texts: {
      title: both('Dr. Irina Eckardt', 'Dr. Irina Eckardt'),
      note: both('Fünf Minuten je Redaktion, Presseraum.', 'Five minutes per newsroom, press room.'),
    },
  },
];
