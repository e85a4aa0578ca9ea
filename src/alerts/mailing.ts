/** A mailing: one version of a release, or its withdrawal, told to everybody whom it concerns. */
import { isPublicRelease, PUBLIC_STATES, type Release, releasedAt } from '../newsroom/index.js';
import { addDays } from '../platform/dates.js';
import { RETENTION_DAYS } from './subscriber.js';

export type Occasion = 'release' | 'withdrawal';

export interface Mailing {
  id: number;
  releaseId: number;
  /** The version that was told of. */
  version: number;
  occasion: Occasion;
  startedAt: Date;
  /** When the last letter was put into the outbox; undefined while more are to come. */
  queuedAt: Date | undefined;
  /** Number of the last subscriber who was looked at. */
  cursor: number;
  letters: number;
  sent: number;
  failed: number;
}

export interface Recipient {
  id: number;
  email: string;
  /** An earlier version of the release has reached this person. */
  informed: boolean;
}

/** Asked before letters are written and once more before each one leaves. `early`: it is, or is again, under embargo. */
export type Timeliness = { kind: 'due' } | { kind: 'early'; until: Date } | { kind: 'overtaken' };

export function timelinessOf(
  { occasion, version }: Pick<Mailing, 'occasion' | 'version'>,
  release: Release | undefined,
  now: Date,
): Timeliness {
  if (!release) return { kind: 'overtaken' };
  if (occasion === 'withdrawal') return { kind: release.state === 'withdrawn' ? 'due' : 'overtaken' };
  if (release.version !== version || !PUBLIC_STATES.includes(release.state)) return { kind: 'overtaken' };
  return isPublicRelease(release, now) ? { kind: 'due' } : { kind: 'early', until: releasedAt(release) };
}

/** Of an older release it is not kept who was told: nobody gets it as news once more. */
export const isNews = ({ startedAt }: Pick<Mailing, 'startedAt'>, release: Release): boolean =>
  releasedAt(release) > addDays(startedAt, -RETENTION_DAYS.deliveries);

export type LetterKind = 'release' | 'correction' | 'withdrawal';

/** Who knows an earlier version hears what was put right; everybody else gets the release as it stands. */
export function letterKindFor({ occasion }: Pick<Mailing, 'occasion'>, { informed }: Recipient): LetterKind {
  if (occasion === 'withdrawal') return 'withdrawal';
  return informed ? 'correction' : 'release';
}
