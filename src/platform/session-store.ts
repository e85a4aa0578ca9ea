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

export class SessionStore extends session.Store {
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
    this.db<SessionRow>('staff_sessions')
      .where({ id_hash: hashOf(id) })
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

  private expiry(): string {
    return new Date(this.clock.now().getTime() + IDLE_MS).toISOString();
  }
}

/** Ends every session of a staff member, for instance when the account is closed or the password changes. */
export async function endSessionsOf(db: Db, staffId: number): Promise<void> {
  await db<SessionRow>('staff_sessions').where({ staff_id: staffId }).delete();
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db<SessionRow>('staff_sessions').where('expires_at', '<', now.toISOString()).delete();
}
