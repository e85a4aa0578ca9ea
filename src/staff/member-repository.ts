/** Every SQL statement about accounts of the team. */
import type { Db } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import type { Member, Notices, StaffState } from './member.js';
import type { Role } from './rights.js';

interface MemberRow {
  id: number;
  email: string;
  name: string;
  role: string;
  state: string;
  language: string;
  notices: string;
  password_hash: string | null;
  created_at: string;
  last_sign_in_at: string | null;
}

export type NewMember = Pick<Member, 'email' | 'name' | 'role' | 'language'>;

export async function insertMember(
  db: Db,
  { email, name, role, language }: NewMember,
  at: Date,
): Promise<Member> {
  const [row] = await db<MemberRow>('staff')
    .insert({
      email: email.toLowerCase(),
      name,
      role,
      language,
      state: 'invited',
      notices: 'each',
      created_at: at.toISOString(),
    })
    .returning('*');
  return toMember(row!);
}

export async function findMember(db: Db, id: number): Promise<Member | undefined> {
  const row = await db<MemberRow>('staff').where({ id }).first();
  return row && toMember(row);
}

export async function getMember(db: Db, id: number): Promise<Member> {
  const member = await findMember(db, id);
  if (!member) throw new NotFound();
  return member;
}

export async function findMemberByEmail(db: Db, email: string): Promise<Member | undefined> {
  const row = await db<MemberRow>('staff').where({ email: email.toLowerCase() }).first();
  return row && toMember(row);
}

export async function listMembers(db: Db): Promise<Member[]> {
  return (await db<MemberRow>('staff').orderBy('name')).map(toMember);
}

function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    state: row.state as StaffState,
    language: row.language as Lang,
    notices: row.notices as Notices,
    lastSignInAt: row.last_sign_in_at ? new Date(row.last_sign_in_at) : undefined,
  };
}
