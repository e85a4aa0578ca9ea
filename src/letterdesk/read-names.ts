/** The names of members by number, for everything that says who wrote. */
import type { Db } from '../platform/database.js';
import { listMembers } from '../staff/index.js';

export async function readNames(db: Db): Promise<Map<number, string>> {
  return new Map((await listMembers(db)).map(({ id, name }) => [id, name]));
}
