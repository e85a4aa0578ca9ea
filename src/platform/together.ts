/** Several short lists about one thing, read in one statement: a page that shows many of them asks the database once. */
import type { Knex } from 'knex';
import type { Db } from './database.js';

/** How a value lies in its column: `flag` is 0/1 on one engine and true/false on the other. */
export type ColumnKind = 'text' | 'number' | 'flag';

/** One list: which rows, in which order, and what becomes of them. */
export interface Part<Result> {
  /** Without order or limit of its own. */
  rows: Knex.QueryBuilder;
  columns: Readonly<Record<string, ColumnKind>>;
  order: readonly string[];
  read: (rows: never[]) => Result;
}

/** The same, held to the row it reads. */
export function partOf<Row extends object, Result>(part: {
  rows: Knex.QueryBuilder;
  columns: Readonly<Record<keyof Row & string, ColumnKind>>;
  order: readonly (keyof Row & string)[];
  read: (rows: Row[]) => Result;
}): Part<Result> {
  return part;
}

/** One list in a statement of its own. */
export async function readPart<Result>(part: Part<Result>): Promise<Result> {
  return part.read(await part.rows.clone().orderBy([...part.order]));
}

type Results<Parts> = { [Name in keyof Parts]: Parts[Name] extends Part<infer Result> ? Result : never };

/**
 * All of them in one statement: a union in which every value is a text, because both engines ask for the same type in
 * each column of it.
 */
export async function readTogether<Parts extends Record<string, Part<unknown>>>(
  db: Db,
  parts: Parts,
): Promise<Results<Parts>> {
  const width = Math.max(...Object.values(parts).map(({ columns }) => Object.keys(columns).length));
  const queries = Object.entries(parts).map(([name, part]) => asTexts(db, name, part, width));
  const found: TextRow[] = await db.unionAll(queries);
  const read = Object.entries(parts).map(([name, part]) => {
    const own = found.filter((row) => row.part === name).sort((a, b) => Number(a.place) - Number(b.place));
    return [name, part.read(own.map((row) => fromTexts(row, part)) as never[])];
  });
  return Object.fromEntries(read) as Results<Parts>;
}

type TextRow = Record<string, string | null>;

function asTexts(db: Db, name: string, { rows, columns, order }: Part<unknown>, width: number) {
  const names = Object.keys(columns);
  const cells = Array.from({ length: width }, (_, at) => {
    const column = names[at];
    return column
      ? db.raw('cast(?? as text) as ??', [column, `cell_${at}`])
      : db.raw('cast(null as text) as ??', [`cell_${at}`]);
  });
  const place = `row_number() over (order by ${order.map(() => '??').join(', ')}) as place`;
  return db
    .select(db.raw('cast(? as text) as part', [name]), db.raw(place, [...order]), ...cells)
    .from(rows.clone().as('part_rows'));
}

function fromTexts(row: TextRow, { columns }: Part<unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, kind], at) => [column, fromText(row[`cell_${at}`] ?? null, kind)]),
  );
}

function fromText(text: string | null, kind: ColumnKind): string | number | boolean | null {
  if (text === null || kind === 'text') return text;
  return kind === 'number' ? Number(text) : text === '1' || text === 'true';
}
