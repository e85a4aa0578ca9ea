/**
 * Finding requests: a full-text index that triggers keep up to date, so that no writer can forget it, the note that an
 * applicant has answered, and the indexes that let each filter of the queue be read in order.
 */
import type { Knex } from 'knex';

/**
 * Each begins with what it is for, goes on in the order of the list, and ends with every other column that a filter
 * reads: filters in combination are answered from the index, without a look at the rows.
 */
const INDEXES = Object.fromEntries(
  [
    ['state'],
    ['needs_reapproval', 'state'],
    ['answered', 'state'],
    ['event_id', 'state'],
    ['outlet_type', 'state'],
    ['work_area', 'state'],
    ['assigned_to', 'state'],
  ].map((first) => [`queue_${first.join('_')}`, [...first, ...restAfter(first)]]),
);

function restAfter(first: readonly string[]): string[] {
  const filtered = ['event_id', 'outlet_type', 'work_area', 'assigned_to', 'answered', 'needs_reapproval'];
  return ['confirmed_at', 'id', ...filtered.filter((column) => !first.includes(column))];
}

/** What brings the words of a request anew. */
const SOURCES = [
  ['accreditation_requests', 'id'],
  ['request_notes', 'request_id'],
  ['request_messages', 'request_id'],
] as const;
const OWN_COLUMNS =
  'first_name, last_name, outlet_name, editorial_contact, reference, email, note, confirmed_at';

/** More than this of one request is not searched: characters. */
const LONGEST = 200_000;

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('accreditation_requests', (table) => {
    table.boolean('answered').notNullable().defaultTo(false);
    table.dropIndex(['needs_reapproval', 'confirmed_at', 'id']);
  });
  await db('accreditation_requests')
    .whereIn('id', db('request_history').where({ step: 'answer' }).select('request_id'))
    .update({ answered: true });
  await db.schema.alterTable('accreditation_requests', (table) => {
    // Partial: a request whose address is not confirmed costs nothing here.
    for (const [name, columns] of Object.entries(INDEXES))
      table.index(columns, name, { predicate: db.whereNotNull('confirmed_at') });
  });
  await (isSqlite(db) ? upOnSqlite(db) : upOnPostgres(db));
}

export async function down(db: Knex): Promise<void> {
  for (const trigger of triggers()) {
    const on = isSqlite(db) ? '' : ` ON ${trigger.table}`;
    await db.raw(`DROP TRIGGER ${trigger.name}${on}`);
  }
  await db.schema.dropTable('request_words');
  if (isSqlite(db)) await db.schema.dropTable('request_texts');
  else
    for (const name of ['note_answer()', 'index_words()', 'words_of(integer)', 'fold_words(text)'])
      await db.raw(`DROP FUNCTION ${name}`);
  await db.schema.alterTable('accreditation_requests', (table) => {
    for (const [name, columns] of Object.entries(INDEXES)) table.dropIndex(columns, name);
    table.index(['needs_reapproval', 'confirmed_at', 'id']);
  });
  // Knex would build the table anew on SQLite, and with it lose what refers to it.
  await db.raw('alter table ?? drop column ??', ['accreditation_requests', 'answered']);
}

const isSqlite = (db: Knex): boolean => db.client.config.client === 'sqlite3';

interface Trigger {
  name: string;
  table: string;
  when: string;
  row: string;
  key: string;
}

function triggers(): Trigger[] {
  const words = SOURCES.flatMap(([table, key]) => [
    { name: `${table}_words_new`, table, when: 'INSERT', row: 'NEW', key },
    {
      name: `${table}_words_changed`,
      table,
      when: `UPDATE OF ${key === 'id' ? OWN_COLUMNS : 'text'}`,
      row: 'NEW',
      key,
    },
    { name: `${table}_words_gone`, table, when: 'DELETE', row: 'OLD', key },
  ]);
  return [
    ...words,
    {
      name: 'request_history_answer',
      table: 'request_history',
      when: 'INSERT',
      row: 'NEW',
      key: 'request_id',
    },
  ];
}

/** The text of the request `r`, names first. */
const textOf = (joined: (table: string) => string): string =>
  `r.first_name || ' ' || r.last_name || ' ' || r.outlet_name || ' ' || r.editorial_contact || ' ' || r.reference || ' ' ||
   r.email || ' ' || r.note || ' ' || coalesce((${joined('request_notes')}), '') || ' ' ||
   coalesce((${joined('request_messages')}), '')`;

/**
 * Müller, Mueller and Muller are one word: accents go, and so does the e of ae, oe and ue. Only what stands in such a
 * pair or is no letter with an accent for Unicode must be folded here, the rest is up to the tokenizer.
 */
const FOLDED: [string, string][] = [
  ['a', 'äÄáÁàÀâÂãÃåÅąĄăæÆ'],
  ['e', 'ëËéÉèÈêÊęĘěĚ'],
  ['o', 'öÖóÓòÒôÔõÕøØőŐœŒ'],
  ['u', 'üÜúÚùÙûÛűŰůŮ'],
  ['ss', 'ßẞ'],
  ['l', 'łŁ'],
  ['d', 'đĐ'],
  ['', '\u0300\u0301\u0302\u0303\u0308\u030a\u030b\u0328'],
];
const PAIRS = ['ae', 'oe', 'ue'];

/** One letter after the other in statements of their own: one expression for all is too deep for older SQLite tools. */
function foldingOnSqlite(where: string): string[] {
  const layers = FOLDED.map(([to, letters]) =>
    [...letters].reduce((inner, letter) => `replace(${inner}, '${letter}', '${to}')`, 'text'),
  );
  layers.push(PAIRS.reduce((inner, pair) => `replace(${inner}, '${pair}', '${pair[0]}')`, 'lower(text)'));
  return layers.map((folded) => `UPDATE request_texts SET text = ${folded} ${where}`);
}

async function upOnSqlite(db: Knex): Promise<void> {
  await db.raw(
    `CREATE VIRTUAL TABLE request_words USING fts5(words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
  );
  // What is erased leaves nothing in the index.
  await db.raw(`INSERT INTO request_words(request_words, rank) VALUES ('secure-delete', 1)`);
  // Where a text is folded on its way into the index; empty otherwise.
  await db.schema.createTable('request_texts', (table) => {
    table.integer('request_id').primary();
    table.text('text').notNullable();
  });
  const joined = (table: string) => `SELECT group_concat(text, ' ') FROM ${table} WHERE request_id = r.id`;
  const indexing = (id?: string) => {
    const own = id ? `WHERE request_id = ${id}` : '';
    return [
      `INSERT INTO request_texts SELECT r.id, substr(${textOf(joined)}, 1, ${LONGEST})
       FROM accreditation_requests r WHERE r.confirmed_at IS NOT NULL ${id ? `AND r.id = ${id}` : ''}`,
      ...foldingOnSqlite(own),
      `INSERT INTO request_words(rowid, words) SELECT request_id, text FROM request_texts ${own}`,
      `DELETE FROM request_texts ${own}`,
    ];
  };
  for (const statement of indexing()) await db.raw(statement);
  for (const { name, table, when, row, key } of triggers()) {
    const id = `${row}.${key}`;
    const isAnswer = name.endsWith('_answer');
    const body = isAnswer
      ? [`UPDATE accreditation_requests SET answered = 1 WHERE id = ${id}`]
      : [`DELETE FROM request_words WHERE rowid = ${id}`, ...indexing(id)];
    const condition = isAnswer ? `WHEN NEW.step = 'answer'` : '';
    await db.raw(
      `CREATE TRIGGER ${name} AFTER ${when} ON ${table} ${condition} BEGIN ${body.join('; ')}; END`,
    );
  }
}

async function upOnPostgres(db: Knex): Promise<void> {
  await db.schema.createTable('request_words', (table) => {
    table.integer('request_id').primary().references('accreditation_requests.id').onDelete('CASCADE');
    table.specificType('words', 'tsvector').notNullable();
  });
  // Without ICU only the letters of ASCII are lowered, which after folding is what Latin names consist of.
  const { rows } = await db.raw(`SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu'`);
  const collate = rows.length > 0 ? 'COLLATE "und-x-icu"' : '';
  const letters = [
    ['ß', 'ss'],
    ['ẞ', 'ss'],
    ['æ', 'a'],
    ['Æ', 'a'],
    ['œ', 'o'],
    ['Œ', 'o'],
  ];
  const plain = `lower(translate(regexp_replace(normalize(raw, NFD), '[\u0300-\u036f]', '', 'g'), 'øØłŁđĐ', 'oollddd') ${collate})`;
  const folded = [...letters, ...PAIRS.map((pair) => [pair, pair[0]!])].reduce(
    (inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`,
    plain,
  );
  await db.raw(
    `CREATE FUNCTION fold_words(raw text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ${folded} $$`,
  );
  const joined = (table: string) => `SELECT string_agg(text, ' ') FROM ${table} WHERE request_id = r.id`;
  await db.raw(`CREATE FUNCTION words_of(request integer) RETURNS tsvector LANGUAGE sql STABLE AS $$
    SELECT array_to_tsvector(ARRAY(
      SELECT DISTINCT left(word, 60)
      FROM regexp_split_to_table(fold_words(left(${textOf(joined)}, ${LONGEST})) ${collate}, '[^[:alnum:]]+') AS word
      WHERE word <> ''
    )) FROM accreditation_requests r WHERE r.id = request AND r.confirmed_at IS NOT NULL $$`);
  await db.raw(`INSERT INTO request_words SELECT id, words_of(id) FROM accreditation_requests
    WHERE confirmed_at IS NOT NULL`);
  await db.raw('CREATE INDEX request_words_words ON request_words USING gin (words)');
  await db.raw(`CREATE FUNCTION index_words() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE request integer;
    BEGIN
      request := CASE WHEN TG_OP = 'DELETE' THEN (to_jsonb(OLD) ->> TG_ARGV[0])::integer
        ELSE (to_jsonb(NEW) ->> TG_ARGV[0])::integer END;
      INSERT INTO request_words SELECT id, words_of(id) FROM accreditation_requests
        WHERE id = request AND confirmed_at IS NOT NULL
        ON CONFLICT (request_id) DO UPDATE SET words = excluded.words;
      RETURN NULL;
    END $$`);
  await db.raw(`CREATE FUNCTION note_answer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.step = 'answer' THEN
        UPDATE accreditation_requests SET answered = true WHERE id = NEW.request_id;
      END IF;
      RETURN NULL;
    END $$`);
  for (const { name, table, when, key } of triggers()) {
    const action = name.endsWith('_answer') ? 'note_answer()' : `index_words('${key}')`;
    await db.raw(`CREATE TRIGGER ${name} AFTER ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${action}`);
  }
}
