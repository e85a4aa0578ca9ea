/** Every SQL statement about the operator's settings. */
import type { Db } from '../platform/database.js';
import { Conflict } from '../platform/errors.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import { EMPTY_OPERATOR, type Operator } from './operator.js';

interface OperatorRow {
  id: number;
  settings: string;
  version: number;
  updated_at: string;
}

export interface OperatorSettings {
  operator: Operator;
  version: number;
  /** Undefined where nothing was saved yet. */
  updatedAt: Date | undefined;
}

export function readOperator(db: Db): Promise<OperatorSettings> {
  return readPart(operatorPart(db));
}

export function operatorPart(db: Db): Part<OperatorSettings> {
  return partOf<OperatorRow, OperatorSettings>({
    rows: db('operator_settings').where({ id: 1 }),
    columns: { id: 'number', settings: 'text', version: 'number', updated_at: 'text' },
    order: ['id'],
    read: ([row]) => toSettings(row),
  });
}

function toSettings(row: OperatorRow | undefined): OperatorSettings {
  if (!row) return { operator: EMPTY_OPERATOR, version: 0, updatedAt: undefined };
  const operator = { ...EMPTY_OPERATOR, ...JSON.parse(row.settings) };
  return { operator, version: row.version, updatedAt: new Date(row.updated_at) };
}

/** Compare-and-set on the version the editor saw; 0 where nothing was saved yet. */
export async function saveOperator(db: Db, operator: Operator, version: number, at: Date): Promise<void> {
  const row = { settings: JSON.stringify(operator), version: version + 1, updated_at: at.toISOString() };
  if (version === 0) {
    const inserted = await db<OperatorRow>('operator_settings')
      .insert({ id: 1, ...row })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (inserted.length === 0) throw new Conflict();
    return;
  }
  const changed = await db<OperatorRow>('operator_settings').where({ id: 1, version }).update(row);
  if (changed === 0) throw new Conflict();
}
