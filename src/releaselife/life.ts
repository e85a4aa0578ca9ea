/** The life of a release: which step leads where, who may take it, and what it needs. Nothing else compares states. */
import { isPublicRelease, PUBLIC_STATES, type Release, type ReleaseState } from '../newsroom/index.js';
import type { DeskRelease } from './desk.js';

/** `alone`: where the event asks for no second person; `second`: who neither submitted nor last wrote the text. */
type Who = 'anyone' | 'alone' | 'second' | 'proposer';

interface Rule {
  from: readonly ReleaseState[];
  /** Undefined: it stays where it is. */
  to?: ReleaseState;
  who: Who;
  /** `public` notes are printed on the release, `internal` ones stand in its history; both must be written. */
  note?: 'public' | 'internal' | 'optional';
  /** Title, teaser, body, contact and alternative texts must be there. */
  complete?: true;
  /** Only while nobody outside the team can know its address. */
  unknown?: true;
}

export const RULES = {
  save: { from: ['draft', 'in_approval'], who: 'anyone' },
  submit: { from: ['draft'], to: 'in_approval', who: 'anyone', note: 'optional', complete: true },
  recall: { from: ['in_approval'], to: 'draft', who: 'proposer' },
  return: { from: ['in_approval'], to: 'draft', who: 'second', note: 'internal' },
  approve: { from: ['in_approval'], to: 'scheduled', who: 'second', note: 'optional', complete: true },
  publish: { from: ['draft'], to: 'scheduled', who: 'alone', complete: true },
  takeBack: { from: ['scheduled'], to: 'draft', who: 'anyone', note: 'optional' },
  remove: { from: ['draft'], who: 'anyone', unknown: true },
  embargo: { from: ['scheduled'], who: 'anyone', note: 'internal' },
  mend: { from: ['published', 'corrected'], who: 'anyone', complete: true },
  correct: {
    from: ['published', 'corrected'],
    to: 'corrected',
    who: 'anyone',
    note: 'public',
    complete: true,
  },
  withdraw: { from: ['published', 'corrected'], to: 'withdrawn', who: 'anyone', note: 'public' },
} as const satisfies Record<string, Rule>;

export type Act = keyof typeof RULES;
/** Those with a page of their own, where they are confirmed. */
export const STEPS = [
  'submit',
  'recall',
  'return',
  'approve',
  'publish',
  'takeBack',
  'withdraw',
  'remove',
] as const;
export type Step = (typeof STEPS)[number];

export const ruleOf = (act: Act): Rule => RULES[act];
export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);

type Timed = Pick<Release, 'state' | 'publishAt' | 'embargoUntil'>;

/** What a reader of the desk sees: a scheduled release is published from its second on, though nobody acted then. */
export function stateAt(release: Timed, now: Date): ReleaseState {
  if (!PUBLIC_STATES.includes(release.state)) return release.state;
  if (!isPublicRelease(release, now)) return 'scheduled';
  return release.state === 'scheduled' ? 'published' : release.state;
}

export interface Situation {
  /** As `stateAt` says. */
  state: ReleaseState;
  memberId: number;
  editedBy: number | undefined;
  proposedBy: number | undefined;
  /** The event asks for a second person. */
  needsApproval: boolean;
  /** It was scheduled once: accredited press may have its address. */
  known: boolean;
}

/** The same for the page that offers an act and for the act itself. */
export function situationOf(
  { release, editedBy, proposedBy }: Pick<DeskRelease, 'release' | 'editedBy' | 'proposedBy'>,
  { memberId, now }: Asking,
  facts: Pick<Situation, 'needsApproval' | 'known'>,
): Situation {
  return { state: stateAt(release, now), memberId, editedBy, proposedBy, ...facts };
}

/** Who wants to do something, and when. */
export interface Asking {
  memberId: number;
  now: Date;
}

export type Hindrance = 'state' | 'known' | 'approval' | 'ownText' | 'notProposer';

/** Why this member may not do this now; undefined where they may. */
export function hindranceOf(act: Act, now: Situation): Hindrance | undefined {
  const { from, who, unknown } = ruleOf(act);
  if (!from.includes(now.state)) return 'state';
  if (unknown && now.known) return 'known';
  if (who === 'alone' && now.needsApproval) return 'approval';
  if (who === 'second' && [now.editedBy, now.proposedBy].includes(now.memberId)) return 'ownText';
  if (who === 'proposer' && now.proposedBy !== now.memberId) return 'notProposer';
  return undefined;
}
