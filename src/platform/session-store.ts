/**
 * Sessions of the desk in the database, so that several processes share them. Each row knows its staff member, which
 * lets an administrator end all sessions of a person; the session number is kept as a hash only.
 */
import { createHash } from 'node:crypto';
import session, { type SessionData } from 'express-session';
import type { Knex } from 'knex';
import type { Clock } from './clock.js';
import type { Db } from './database.js';

interface SessionRow {
  id_hash: string;
  staff_id: number | null;
  data: string;
  expires_at: string;
}

/** Longest idle time of a session. */
export const IDLE_MS = 8 * 3600_000;

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** Signs of life closer together than this are noted once: a page more or less makes no difference to hours. */
const NOTED_MS = 60_000;
/** So many sessions are remembered at most. */
const NOTED_LIMIT = 1000;

export class SessionStore extends session.Store {
  /** When this process last moved the end of a session, by its hash. */
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly db: Knex,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    this.db<SessionRow>('staff_sessions')
      .where({ id_hash: hashOf(id) })
      .andWhere('expires_at', '>', this.clock.now().toISOString())
      .first()
      .then((row) => done(null, row ? JSON.parse(row.data) : null), done);
  }

  override set(id: string, data: SessionData, done: (error?: unknown) => void = () => undefined): void {
    this.note(hashOf(id));
    const row = {
      id_hash: hashOf(id),
      staff_id: data.staffId ?? null,
      data: JSON.stringify(data),
      expires_at: this.expiry(),
    };
    this.db<SessionRow>('staff_sessions')
      .insert(row)
      .onConflict('id_hash')
      .merge()
      .then(() => done(), done);
  }

  override touch(id: string, _data: SessionData, done: () => void = () => undefined): void {
    const id_hash = hashOf(id);
    if (this.now() - (this.noted.get(id_hash) ?? 0) < NOTED_MS) {
      done();
      return;
    }
    this.note(id_hash);
    this.db<SessionRow>('staff_sessions')
      .where({ id_hash })
      .update({ expires_at: this.expiry() })
      .then(
        () => done(),
        () => done(),
      );
  }

  override destroy(id: string, done: (error?: unknown) => void = () => undefined): void {
    this.db<SessionRow>('staff_sessions')
      .where({ id_hash: hashOf(id) })
      .delete()
      .then(() => done(), done);
  }

  private note(id_hash: string): void {
    if (this.noted.size >= NOTED_LIMIT) this.noted.clear();
    this.noted.set(id_hash, this.now());
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private expiry(): string {
    return new Date(this.now() + IDLE_MS).toISOString();
  }
}

/** Ends every session of a staff member, for instance when the account is closed or the password changes. */
export async function endSessionsOf(db: Db, staffId: number): Promise<void> {
  await db<SessionRow>('staff_sessions').where({ staff_id: staffId }).delete();
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db<SessionRow>('staff_sessions').where('expires_at', '<', now.toISOString()).delete();
}
