/** Who may see releases under embargo: an accredited person of the event, until the team takes the link back. */
import { type AccreditationRequest, isApproved } from '../accreditation/index.js';
import { Conflict } from '../platform/errors.js';

export const ACCESS_STATES = ['open', 'blocked'] as const;
export type AccessState = (typeof ACCESS_STATES)[number];

export interface Access {
  version: number;
  state: AccessState;
}

/** Nobody has touched it yet. */
export const FRESH_ACCESS: Access = { version: 1, state: 'open' };

/** Every step makes the links of before worthless; a new one stands on the status page while access is open. */
export const ACCESS_STEPS = {
  renew: { from: 'open', to: 'open' },
  block: { from: 'open', to: 'blocked' },
  allow: { from: 'blocked', to: 'open' },
} as const satisfies Record<string, { from: AccessState; to: AccessState }>;
export type AccessStep = keyof typeof ACCESS_STEPS;

/** Throws a Conflict for a step that is not in the table. */
export function nextAccess({ version, state }: Access, step: AccessStep): Access {
  const { from, to } = ACCESS_STEPS[step];
  if (state !== from) throw new Conflict('previews:errors.step');
  return { version: version + 1, state: to };
}

export const possibleAccessSteps = ({ state }: Access): AccessStep[] =>
  (Object.keys(ACCESS_STEPS) as AccessStep[]).filter((step) => ACCESS_STEPS[step].from === state);

type Standing = Pick<AccreditationRequest, 'shownState' | 'kept'>;

/** Counts from what the person was told: an approval whose letter waits opens nothing, and its revocation closes nothing yet. */
export const isAccredited = ({ shownState, kept }: Standing): boolean => !kept && isApproved(shownState);

export const mayPreview = (request: Standing, access: Access): boolean =>
  isAccredited(request) && access.state === 'open';

export type Refused = 'erased' | 'ended' | 'blocked' | 'replaced';

/** Why a link that we once signed opens nothing any more; undefined: it is good. */
export function refusalOf(
  link: { version: number },
  request: Standing | undefined,
  access: Access,
): Refused | undefined {
  if (!request) return 'erased';
  if (!isAccredited(request)) return 'ended';
  if (access.state === 'blocked') return 'blocked';
  return link.version === access.version ? undefined : 'replaced';
}
