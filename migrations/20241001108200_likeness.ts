/**
 * Requests know keys of their person, outlet and card, so that the same ones are found again without reading every
 * request. The rules are those of the day this was written; the portal's own are in `accreditation/likeness.ts`.
 */
import type { Knex } from 'knex';

const INDEXES = [
  ['person_key', 'id'],
  ['card_key', 'id'],
  ['event_id', 'outlet_key', 'id'],
];
const BATCH = 500;

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('accreditation_requests', (table) => {
    for (const key of ['person_key', 'outlet_key', 'card_key']) table.text(key);
  });
  for (let after = 0; ; ) {
    const rows: Named[] = await db('accreditation_requests')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'first_name', 'last_name', 'outlet_name', 'press_card_number');
    for (const row of rows) {
      after = row.id;
      await db('accreditation_requests').where({ id: row.id }).update(keysOf(row));
    }
    if (rows.length < BATCH) break;
  }
  await db.schema.alterTable('accreditation_requests', (table) => {
    for (const columns of INDEXES) table.index(columns);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('accreditation_requests', (table) => {
    for (const columns of INDEXES) table.dropIndex(columns);
  });
  // Knex would build the table anew on SQLite, and with it lose what refers to it.
  for (const key of ['person_key', 'outlet_key', 'card_key'])
    await db.raw('alter table ?? drop column ??', ['accreditation_requests', key]);
}

interface Named {
  id: number;
  first_name: string;
  last_name: string;
  outlet_name: string;
  press_card_number: string;
}

const keysOf = ({ first_name, last_name, outlet_name, press_card_number }: Named) => ({
  person_key: personKey([first_name, last_name]) || null,
  outlet_key: outletKey(outlet_name) || null,
  card_key: cardKey(press_card_number) || null,
});

const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

function foldWords(text: string): string[] {
  return text
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\.\s?(?=\p{L}(?:[^\p{L}]|$))/gu, '')
    .replace(/['’ʼ`´]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e+/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const folded = (words: string): Set<string> => new Set(words.split(' ').flatMap(foldWords));
const TITLES = folded('dr prof professor professorin dipl ing mag med phil rer nat jur herr frau');
const LEGAL = folded(
  'gmbh ggmbh mbh ag kg kgaa ohg gbr ug se ev eg ek co cie ltd limited inc llc plc ' +
    'verlag verlags verlagsgesellschaft verlagshaus verlagsgruppe der die das the und and',
);
const NO_OUTLET = folded(
  'frei freie freier freies freiberuflich freiberufler freiberuflerin freelance freelancer freischaffend ' +
    'selbständig selbstständig journalist journalistin fotograf fotografin reporter reporterin autor autorin ' +
    'kein keine keines ohne medium medien diverse verschiedene mehrere für none various independent na',
);

function personKey(names: string[]): string {
  const parts = names.map((name) => {
    const words = foldWords(name);
    const full = words.filter((word) => word.length > 1 && !TITLES.has(word));
    return (full.length > 0 ? full : words).join('');
  });
  return parts.filter(Boolean).sort().join(' ');
}

function outletKey(name: string): string {
  const words = foldWords(
    name
      .trim()
      .replace(
        /^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+)\.(?:de|com|net|org|eu|info|news|online|tv|media|example)\/?$/iu,
        '$1',
      ),
  );
  const own = words.filter((word) => !LEGAL.has(word));
  if (own.length > 0 && own.every((word) => NO_OUTLET.has(word))) return '';
  return (own.length > 0 ? own : words).join('');
}

function cardKey(number: string): string {
  const key = number
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');
  return /\d/.test(key) && key.length > 2 ? key : '';
}
