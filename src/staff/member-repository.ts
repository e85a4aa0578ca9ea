/** Every SQL statement about accounts of the team. */
import type { Db, Trx } from '../platform/database.js';
import { Conflict, NotFound } from '../platform/errors.js';
import type { Lang } from '../platform/languages.js';
import { type Part, partOf, readPart } from '../platform/together.js';
import type { Member, Notices, StaffState } from './member.js';
import { type MembershipStep, membershipStep } from './membership.js';
import type { Role } from './rights.js';

interface MemberRow {
  id: number;
  email: string;
  name: string;
  role: string;
  state: string;
  language: string;
  notices: string;
  shortcuts: boolean | number;
  password_hash: string | null;
  created_at: string;
  last_sign_in_at: string | null;
}

export type NewMember = Pick<Member, 'email' | 'name' | 'role' | 'language'>;

/** A Conflict when the address has an account. */
export async function insertMember(
  db: Db,
  { email, name, role, language }: NewMember,
  at: Date,
  state: StaffState = 'invited',
): Promise<Member> {
  const [row] = await db<MemberRow>('staff')
    .insert({
      email: email.toLowerCase(),
      name,
      role,
      language,
      state,
      notices: 'each',
      created_at: at.toISOString(),
    })
    .onConflict('email')
    .ignore()
    .returning('*');
  if (!row) throw new Conflict('staff:problems.emailTaken');
  return toMember(row);
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

export function listMembers(db: Db): Promise<Member[]> {
  return readPart(membersPart(db));
}

export function membersPart(db: Db): Part<Member[]> {
  return partOf<Omit<MemberRow, 'password_hash' | 'created_at'>, Member[]>({
    rows: db('staff'),
    columns: {
      ...{ id: 'number', email: 'text', name: 'text', role: 'text', state: 'text', language: 'text' },
      ...{ notices: 'text', shortcuts: 'flag', last_sign_in_at: 'text' },
    },
    order: ['name'],
    read: (rows) => rows.map(toMember),
  });
}

/** The administrator of the longest standing, for the greeting at start. */
export async function findFirstAdministrator(db: Db): Promise<Member | undefined> {
  const row = await db<MemberRow>('staff')
    .where({ role: 'administrator', state: 'active' })
    .orderBy('id')
    .first();
  return row && toMember(row);
}

/** The numbers of all active administrators, whose rows nobody else changes until this transaction ends. */
export async function lockAdministrators(trx: Trx): Promise<number[]> {
  const rows = await trx<MemberRow>('staff')
    .where({ role: 'administrator', state: 'active' })
    .orderBy('id')
    .select('id')
    .forUpdate();
  return rows.map((row) => row.id);
}

export async function findPasswordHash(db: Db, id: number): Promise<string | undefined> {
  const row = await db<MemberRow>('staff').where({ id }).first('password_hash');
  return row?.password_hash ?? undefined;
}

/** A Conflict when the account has moved on in the meantime. */
export async function moveMember(db: Db, id: number, step: MembershipStep): Promise<void> {
  const { from, to } = membershipStep(step);
  const moved = await db<MemberRow>('staff')
    .where({ id })
    .whereIn('state', from as readonly string[])
    .update({ state: to });
  if (moved === 0) throw new Conflict('staff:problems.moved');
}

/** A Conflict when the role is no longer `from`. */
export async function updateRole(db: Db, id: number, from: Role, to: Role): Promise<void> {
  const changed = await db<MemberRow>('staff').where({ id, role: from }).update({ role: to });
  if (changed === 0) throw new Conflict('staff:problems.moved');
}

export async function updatePassword(db: Db, id: number, passwordHash: string): Promise<void> {
  await db<MemberRow>('staff').where({ id }).update({ password_hash: passwordHash });
}

export async function updateProfile(
  db: Db,
  id: number,
  profile: Partial<Pick<Member, 'name' | 'language' | 'notices' | 'shortcuts'>>,
): Promise<void> {
  await db<MemberRow>('staff').where({ id }).update(profile);
}

export async function noteSignIn(db: Db, id: number, at: Date): Promise<void> {
  await db<MemberRow>('staff').where({ id }).update({ last_sign_in_at: at.toISOString() });
}

function toMember(row: Omit<MemberRow, 'password_hash' | 'created_at'>): Member {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    state: row.state as StaffState,
    language: row.language as Lang,
    notices: row.notices as Notices,
    shortcuts: Boolean(row.shortcuts),
    lastSignInAt: row.last_sign_in_at ? new Date(row.last_sign_in_at) : undefined,
  };
}
