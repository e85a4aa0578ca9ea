/** A confirmed applicant whose request stands in any state, and the personal link to it. */
import {
  type AccreditationRequest,
  addHistory,
  changeRequest,
  type HistoryEntry,
  type RequestChange,
  type RequestInput,
  STATUS_LINK,
  type State,
} from '../../src/accreditation/index.js';
import { type Event, getEvent } from '../../src/events/index.js';
import { toToken } from '../../src/platform/personal-links.js';
import { aRequest } from './factories.js';
import { MORNING, type TestPortal } from './portal.js';

export interface Applicant {
  request: AccreditationRequest;
  event: Event;
  token: string;
  /** The status page in German. */
  page: string;
}

interface Wishes {
  state?: State;
  /** Where it differs from the state: the letter of a decision still waits. */
  shownState?: State;
  input?: Partial<RequestInput>;
  change?: RequestChange;
}

export async function anApplicant(portal: TestPortal, wishes: Wishes = {}): Promise<Applicant> {
  const confirmed = await aRequest(portal, { input: { firstName: 'Mara', ...wishes.input } });
  const state = wishes.state ?? 'in_review';
  const change = { state, shownState: wishes.shownState ?? state, ...wishes.change };
  const request = await changeRequest(portal.db, confirmed, change, MORNING);
  const token = tokenFor(portal, request);
  const event = await getEvent(portal.db, request.eventId);
  return { request, event, token, page: `/de/accreditation/${token}` };
}

export const tokenFor = (
  { keys }: TestPortal,
  { id, linkVersion }: Pick<AccreditationRequest, 'id' | 'linkVersion'>,
): string => toToken(keys, { purpose: STATUS_LINK, id, version: linkVersion });

/** One line of the history by the team; `shownAt: undefined` for a decision whose letter waits. */
export async function aHistoryEntry(
  { db }: TestPortal,
  { id }: Pick<AccreditationRequest, 'id'>,
  entry: Partial<HistoryEntry> & Pick<HistoryEntry, 'step' | 'state'>,
): Promise<void> {
  const by = { actor: 'staff:1', actorName: 'Petra Prüferin', details: {}, at: MORNING, shownAt: MORNING };
  await addHistory(db, id, { ...by, ...entry });
}

/** What the team is to be told about on this occasion. */
export async function noticesOf({ db }: TestPortal, occasion: string): Promise<{ requestId: number }[]> {
  const jobs = await db('jobs').where({ name: 'team-notice' }).orderBy('id');
  return jobs.map(({ payload }) => JSON.parse(payload)).filter((notice) => notice.occasion === occasion);
}
