/** The catalogue of reasons, which administrators change; the shipped ones are a start, and their keys are promised. */
import type { Knex } from 'knex';

type Words = [label: string, hint: string, text: string];

/** In the order in which each decision offers them. */
const SHIPPED: [key: string, decisions: string[], de: Words, en: Words][] = [
  [
    'area',
    ['approve_limited'],
    [
      'Nur bestimmte Bereiche',
      'Foyer, Pressebereich und Plenum, nicht die Workshops.',
      'Die Zulassung gilt für Foyer, Pressebereich und Plenum, nicht für die Workshops.',
    ],
    [
      'Certain areas only',
      'Foyer, press area and plenary, not the workshops.',
      'The approval is valid for foyer, press area and plenary, not for the workshops.',
    ],
  ],
  [
    'time',
    ['approve_limited'],
    ['Nur zur Eröffnung', 'Bis zum Ende der Eröffnung.', 'Die Zulassung gilt bis zum Ende der Eröffnung.'],
    ['Opening only', 'Until the end of the opening.', 'The approval is valid until the end of the opening.'],
  ],
  [
    'no_camera',
    ['approve_limited'],
    [
      'Ohne Bild- und Tonaufnahmen im Saal',
      'Aufnahmen nur im Pressebereich.',
      'Bild- und Tonaufnahmen sind nur im Pressebereich erlaubt, nicht im Saal.',
    ],
    [
      'No pictures or sound recording in the hall',
      'Recording in the press area only.',
      'Pictures and sound may be recorded in the press area only, not in the hall.',
    ],
  ],
  [
    'capacity',
    ['waitlist'],
    [
      'Zurzeit kein Platz frei',
      'Rückt nach, wenn jemand absagt.',
      'Zurzeit sind alle Presseplätze vergeben.',
    ],
    ['No place free at present', 'Moves up when somebody cancels.', 'At present all press places are taken.'],
  ],
  [
    'outlet_share',
    ['waitlist'],
    [
      'Weitere Person desselben Mediums',
      'Damit möglichst viele Medien dabei sein können.',
      'Ihr Medium ist bereits vertreten. Damit möglichst viele Medien dabei sein können, halten wir weitere Plätze zunächst frei.',
    ],
    [
      'Another person of the same outlet',
      'So that as many outlets as possible can take part.',
      'Your outlet is already represented. So that as many outlets as possible can take part, we are keeping further places free for now.',
    ],
  ],
  [
    'late',
    ['waitlist'],
    [
      'Spät eingegangen',
      'Zuerst kommen die Anträge, die vorher da waren.',
      'Ihr Antrag kam, als über die meisten Plätze schon entschieden war.',
    ],
    [
      'Came in late',
      'Requests that came earlier are served first.',
      'Your application arrived when most places had already been given away.',
    ],
  ],
  [
    'no_proof',
    ['reject'],
    [
      'Kein Nachweis journalistischer Tätigkeit',
      'Keiner der vier möglichen Nachweise liegt vor.',
      'Ihr Antrag enthält keinen Nachweis, aus dem Ihre journalistische Tätigkeit hervorgeht. Einer von vieren genügt: Presseausweis, Redaktionsauftrag, Arbeitsproben oder Impressum.',
    ],
    [
      'No proof of journalistic work',
      'None of the four possible proofs was given.',
      'Your application contains no proof of your journalistic work. One of four is enough: press card, assignment letter, work samples or imprint entry.',
    ],
  ],
  [
    'proof_invalid',
    ['reject'],
    [
      'Nachweis gilt nicht',
      'Abgelaufen, unleserlich oder passt nicht zu Person oder Medium.',
      'Der eingereichte Nachweis gilt für diese Veranstaltung nicht.',
    ],
    [
      'Proof is not valid',
      'Expired, unreadable, or does not fit the person or outlet.',
      'The proof you sent is not valid for this event.',
    ],
  ],
  [
    'not_press',
    ['reject'],
    [
      'Keine Berichterstattung, sondern Öffentlichkeitsarbeit',
      'Kommt als Gast oder für ein Unternehmen.',
      'Die Akkreditierung ist für die journalistische Berichterstattung bestimmt. Nach Ihren Angaben möchten Sie nicht berichten, sondern für eine Organisation teilnehmen.',
    ],
    [
      'Public relations, not reporting',
      'Comes as a guest or for a company.',
      'Accreditation is meant for journalistic reporting. According to your details, you wish to take part for an organisation rather than to report.',
    ],
  ],
  [
    'capacity',
    ['reject'],
    [
      'Alle Presseplätze vergeben',
      'Nach der veröffentlichten Regel der Vergabe.',
      'Alle Presseplätze sind nach der veröffentlichten Regel vergeben.',
    ],
    [
      'All press places are taken',
      'By the published allocation rule.',
      'All press places have been given away by the published rule.',
    ],
  ],
  [
    'late',
    ['reject'],
    [
      'Nach Antragsschluss eingegangen',
      'Und kein Platz ist mehr frei.',
      'Ihr Antrag kam nach dem Ende der Antragsfrist.',
    ],
    [
      'Came in after the closing date',
      'And no place is left.',
      'Your application arrived after the closing date.',
    ],
  ],
  [
    'false_statements',
    ['revoke'],
    [
      'Unrichtige Angaben im Antrag',
      'Die Zulassung beruhte darauf.',
      'Ihre Zulassung beruhte auf Angaben, die sich als unrichtig herausgestellt haben.',
    ],
    [
      'False statements in the request',
      'The approval was based on them.',
      'Your approval was based on statements that turned out to be false.',
    ],
  ],
  [
    'outlet_left',
    ['revoke'],
    [
      'Nicht mehr für das Medium tätig',
      'Die Redaktion hat es mitgeteilt.',
      'Ihre Redaktion hat uns mitgeteilt, dass Sie nicht mehr für sie berichten.',
    ],
    [
      'No longer works for the outlet',
      'The editorial office told us.',
      'Your editorial office has told us that you no longer report for it.',
    ],
  ],
  [
    'house_rules',
    ['revoke'],
    [
      'Verstoß gegen die Hausordnung',
      'Nach Ermahnung, oder so schwer, dass eine Ermahnung nicht genügt.',
      'Sie haben gegen die Hausordnung der Veranstaltung verstoßen.',
    ],
    [
      'Breach of the house rules',
      'After a warning, or too serious for one.',
      'You have breached the house rules of the event.',
    ],
  ],
  [
    'card_unreadable',
    ['enquire'],
    [
      'Ausweiskopie ist nicht lesbar',
      'Neue Kopie erbitten.',
      'Die Kopie Ihres Presseausweises können wir nicht lesen. Bitte senden Sie eine neue; Foto und Geburtsdatum dürfen geschwärzt sein.',
    ],
    [
      'Copy of the card cannot be read',
      'Ask for a new copy.',
      'We cannot read the copy of your press card. Please send a new one; photo and date of birth may be blacked out.',
    ],
  ],
  [
    'card_expired',
    ['enquire'],
    [
      'Ausweis gilt nicht am Veranstaltungstag',
      'Neuen Ausweis oder einen anderen Nachweis erbitten.',
      'Ihr Presseausweis gilt am Tag der Veranstaltung nicht. Bitte senden Sie den neuen Ausweis oder einen anderen Nachweis, zum Beispiel ein Schreiben Ihrer Redaktion.',
    ],
    [
      'Card is not valid on the day of the event',
      'Ask for the new card or another proof.',
      'Your press card is not valid on the day of the event. Please send the new card or another proof, for example a letter from your editorial office.',
    ],
  ],
  [
    'assignment_missing',
    ['enquire'],
    [
      'Redaktionsauftrag fehlt oder ist unvollständig',
      'Schreiben mit Veranstaltung, Name und Ansprechperson.',
      'Bitte senden Sie ein Schreiben Ihrer Redaktion, das die Veranstaltung, Ihren Namen und eine Ansprechperson nennt.',
    ],
    [
      'Assignment letter is missing or incomplete',
      'Letter with event, name and contact.',
      'Please send a letter from your editorial office that names the event, you and a contact person.',
    ],
  ],
  [
    'samples_unnamed',
    ['enquire'],
    [
      'Arbeitsproben nennen den Namen nicht',
      'Zwei namentlich gezeichnete Beiträge erbitten.',
      'In den verlinkten Arbeitsproben finden wir Ihren Namen nicht. Bitte nennen Sie zwei Beiträge, die mit Ihrem Namen erschienen sind.',
    ],
    [
      'Work samples are not by-lined',
      'Ask for two by-lined pieces.',
      'We cannot find your name in the linked work samples. Please name two pieces that were published under your name.',
    ],
  ],
  [
    'security',
    ['reject', 'revoke'],
    [
      'Sicherheitsbedenken der zuständigen Stelle',
      'Nur mit schriftlicher Stellungnahme dieser Stelle.',
      'Die für die Sicherheit zuständige Stelle hat Bedenken gegen Ihre Zulassung mitgeteilt.',
    ],
    [
      'Security concerns of the authority in charge',
      'Only with a written statement of that authority.',
      'The authority in charge of security has raised concerns against your approval.',
    ],
  ],
];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('decision_reasons', (table) => {
    table.increments('id');
    table.text('key').notNullable();
    table.text('state').notNullable();
    /** Both languages as JSON: label, hint and the sentence of the letter. */
    table.text('texts').notNullable();
    table.integer('version').notNullable();
    table.text('updated_at').notNullable();
  });
  /** For which decisions a reason may be used. A row stays when it may not any more: old decisions are read by it. */
  await db.schema.createTable('decision_reason_uses', (table) => {
    table.integer('reason_id').notNullable().references('decision_reasons.id').onDelete('CASCADE');
    table.text('decision').notNullable();
    table.text('key').notNullable();
    table.integer('offered').notNullable();
    table.integer('position').notNullable();
    table.primary(['decision', 'key']);
    table.index('reason_id');
  });
  const last = new Map<string, number>();
  for (const [key, decisions, de, en] of SHIPPED) {
    const texts = {
      label: { de: de[0], en: en[0] },
      hint: { de: de[1], en: en[1] },
      text: { de: de[2], en: en[2] },
    };
    const [row] = await db('decision_reasons')
      .insert({
        key,
        state: 'offered',
        texts: JSON.stringify(texts),
        version: 1,
        updated_at: '2024-10-01T00:00:00.000Z',
      })
      .returning('id');
    for (const decision of decisions) {
      const position = (last.get(decision) ?? 0) + 1;
      last.set(decision, position);
      await db('decision_reason_uses').insert({ reason_id: row.id, decision, key, offered: 1, position });
    }
  }
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('decision_reason_uses');
  await db.schema.dropTable('decision_reasons');
}
