/** Text blocks of further enquiries, in both languages; the shipped ones are a start, administrators change them. */
import type { Knex } from 'knex';

/** Key, label and text in German, label and text in English. */
const SHIPPED: [key: string, labelDe: string, textDe: string, labelEn: string, textEn: string][] = [
  [
    'card_unreadable',
    'Ausweiskopie ist nicht lesbar',
    'Die Kopie Ihres Presseausweises können wir nicht lesen. Bitte senden Sie uns eine neue, zum Beispiel ein scharfes Foto bei Tageslicht. Foto und Geburtsdatum dürfen Sie schwärzen.',
    'Copy of the card cannot be read',
    'We cannot read the copy of your press card. Please send us a new one, for example a sharp photo taken in daylight. You may black out the picture and the date of birth.',
  ],
  [
    'card_expired',
    'Ausweis gilt nicht am Veranstaltungstag',
    'Ihr Presseausweis gilt am Tag der Veranstaltung nicht. Bitte senden Sie uns den neuen Ausweis oder einen anderen Nachweis, zum Beispiel ein Schreiben Ihrer Redaktion.',
    'Card is not valid on the day of the event',
    'Your press card is not valid on the day of the event. Please send us the new card or another proof, for example a letter from your editorial office.',
  ],
  [
    'assignment_missing',
    'Redaktionsauftrag fehlt oder ist unvollständig',
    'Bitte senden Sie uns ein Schreiben Ihrer Redaktion, das die Veranstaltung, Ihren Namen und eine Ansprechperson mit Telefonnummer nennt. Eine E-Mail der Redaktion als PDF genügt.',
    'Assignment letter is missing or incomplete',
    'Please send us a letter from your editorial office that names the event, your name and a contact with a telephone number. An e-mail from the office saved as a PDF is enough.',
  ],
  [
    'samples_unnamed',
    'Arbeitsproben nennen den Namen nicht',
    'In den verlinkten Arbeitsproben finden wir Ihren Namen nicht. Bitte nennen Sie uns zwei Beiträge, die mit Ihrem Namen erschienen sind.',
    'Work samples do not show the name',
    'We cannot find your name in the work samples you linked. Please name two pieces that were published under your name.',
  ],
  [
    'samples_closed',
    'Arbeitsproben lassen sich nicht öffnen',
    'Die verlinkten Arbeitsproben können wir nicht öffnen, etwa weil sie hinter einer Bezahlschranke liegen. Bitte senden Sie uns andere Links oder die Beiträge als PDF.',
    'Work samples cannot be opened',
    'We cannot open the work samples you linked, for example because they are behind a paywall. Please send us other links or the pieces as a PDF.',
  ],
  [
    'imprint_unnamed',
    'Im Impressum steht der Name nicht',
    'Im verlinkten Impressum finden wir Ihren Namen nicht. Bitte senden Sie uns den genauen Link oder einen anderen Nachweis Ihrer journalistischen Tätigkeit.',
    'The imprint does not show the name',
    'We cannot find your name in the imprint you linked. Please send us the exact link or another proof of your work as a journalist.',
  ],
  [
    'name_differs',
    'Name weicht vom Nachweis ab',
    'Der Name im Antrag und der Name auf Ihrem Nachweis stimmen nicht überein. Bitte teilen Sie uns mit, wie Ihr Name im Ausweis steht, den Sie am Einlass zeigen.',
    'Name differs from the proof',
    'The name in the request and the name on your proof do not match. Please tell us how your name is written on the ID that you will show at the entrance.',
  ],
  [
    'outlet_unclear',
    'Für welches Medium?',
    'Bitte teilen Sie uns mit, für welches Medium Sie berichten und wann der Beitrag voraussichtlich erscheint.',
    'Which outlet?',
    'Please tell us which outlet you will report for and when the piece is likely to appear.',
  ],
  [
    'equipment_unclear',
    'Technik, Strom, Stellfläche klären',
    'Bitte beschreiben Sie kurz, welche Technik Sie mitbringen und was Sie vor Ort brauchen: Strom, Tonabnahme, Stellplatz für ein Fahrzeug mit Kennzeichen.',
    'Equipment, power, parking to be settled',
    'Please describe briefly which equipment you will bring and what you need on site: power, a sound feed, a parking space for a vehicle with its number plate.',
  ],
  [
    'slot_subject',
    'Thema des gewünschten O-Tons',
    'Sie wünschen einen O-Ton. Bitte nennen Sie uns das Thema und drei Fragen, damit sich Ihre Gesprächspartnerin oder Ihr Gesprächspartner vorbereiten kann.',
    'Subject of the interview slot',
    'You would like an interview slot. Please tell us the subject and three questions, so that the person you will speak to can prepare.',
  ],
];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('text_blocks', (table) => {
    table.increments('id');
    /** Set for shipped blocks. */
    table.text('key').unique();
    table.text('state').notNullable();
    /** Both languages as JSON, label and text. */
    table.text('texts').notNullable();
    table.integer('version').notNullable();
    table.text('updated_at').notNullable();
    table.index(['state', 'id']);
  });
  const rows = SHIPPED.map(([key, labelDe, textDe, labelEn, textEn]) => ({
    key,
    state: 'offered',
    texts: JSON.stringify({ label: { de: labelDe, en: labelEn }, text: { de: textDe, en: textEn } }),
    version: 1,
    updated_at: '2024-10-01T00:00:00.000Z',
  }));
  for (const row of rows) await db('text_blocks').insert(row);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('text_blocks');
}
