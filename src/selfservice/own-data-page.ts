/** Everything that the portal keeps about a person, as one readable document (Art. 15 and 20 GDPR). */
import {
  type AccreditationRequest,
  accreditationPaths,
  deletionPlan,
  type HistoryEntry,
  type Message,
  type RequestDocument,
  type SlotWish,
  sourceOf,
  visibleDecision,
  visibleHistory,
  visibleMessages,
  visibleSlotState,
} from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { OutgoingMail } from '../platform/outbox.js';
import type { Access, Opening } from '../previews/index.js';
import { stepWords } from './history-page.js';
import { type InternalFacts, toInternal } from './own-notes-page.js';

export interface OwnDataFacts extends InternalFacts {
  request: AccreditationRequest;
  event: Event;
  wishes: readonly SlotWish[];
  slots: readonly { id: number; key: string }[];
  documents: readonly RequestDocument[];
  history: readonly HistoryEntry[];
  messages: readonly Message[];
  letters: readonly OutgoingMail[];
  /** Whether the team has blocked it, and what the person opened. */
  previewAccess: Pick<Access, 'state'>;
  openings: readonly (Opening & { title: string })[];
  token: string;
  baseUrl: string;
  now: Date;
}

/** Names of staff stay out, and so does a decision whose letter has not left. Times are UTC (ISO 8601). */
export function toOwnData(lang: Lang, facts: OwnDataFacts): object {
  const { request, event, now } = facts;
  const t = translator(lang);
  const { filesOn, requestOn } = deletionPlan(event);
  return {
    purpose: t('selfservice:data.purpose'),
    generatedAt: now,
    reference: request.reference,
    event: { title: inLanguage(event.texts.title, lang), startsAt: event.startsAt, endsAt: event.endsAt },
    state: request.shownState,
    stateInWords: t(`selfservice:states.${request.shownState}.label`),
    language: request.lang,
    createdAt: request.createdAt,
    source: t(`selfservice:data.sources.${sourceOf(facts.history)}`),
    emailConfirmedAt: request.confirmedAt ?? null,
    given: givenIn(request),
    slots: facts.wishes.map(({ slotId }) => ({
      slot: facts.slots.find(({ id }) => id === slotId)?.key ?? slotId,
      state: visibleSlotState(facts.history, slotId),
    })),
    decision: decisionIn(facts.history),
    history: visibleHistory(facts.history).map((entry) => ({
      at: entry.shownAt ?? entry.at,
      step: entry.step,
      inWords: stepWords(t, entry),
      by: byWhom(entry.actor),
      ...(entry.details.fields ? { fields: entry.details.fields.split(',') } : {}),
    })),
    messages: visibleMessages(facts.messages).map(({ direction, text, at, shownAt, documentId }) => ({
      at: shownAt ?? at,
      direction,
      text,
      document: documentId ?? null,
    })),
    internal: toInternal(t, facts),
    letters: facts.letters.flatMap(({ subject, body, to, sentAt }) =>
      sentAt ? [{ sentAt, to, subject, body }] : [],
    ),
    underEmbargo: {
      access: facts.previewAccess.state,
      opened: facts.openings.map(({ at, title, what }) => ({ at, release: title, what })),
    },
    documents: facts.documents.map((document) => documentIn(lang, facts, document)),
    deletion: { filesOn, everythingElseOn: requestOn },
  };
}

function givenIn(request: AccreditationRequest) {
  const { firstName, lastName, email, phone, jobTitle } = request;
  const { outletName, outletType, outletWebsite, editorialContact, workArea } = request;
  const { proofKind, pressCardIssuer, pressCardNumber, pressCardYear } = request;
  const { sampleUrl1, sampleUrl2, imprintUrl } = request;
  const { equipmentNeeds, vehiclePlate, accessNeeds, note } = request;
  return {
    person: { firstName, lastName, email, phone, jobTitle },
    outlet: { outletName, outletType, outletWebsite, editorialContact, workArea },
    proof: {
      ...{ proofKind, pressCardIssuer, pressCardNumber, pressCardYear },
      ...{ sampleUrl1, sampleUrl2, imprintUrl },
    },
    needs: { equipmentNeeds, vehiclePlate, accessNeeds, note },
  };
}

function decisionIn(history: readonly HistoryEntry[]) {
  const entry = visibleDecision(history);
  if (!entry) return null;
  const { reason = '', text = '', limits = '' } = entry.details;
  return { decision: entry.step, decidedAt: entry.at, toldAt: entry.shownAt, reason, text, limits };
}

function documentIn(
  lang: Lang,
  { baseUrl, token }: OwnDataFacts,
  { id, originalName, kind, bytes, sha256, origin, addedAt }: RequestDocument,
) {
  const address = baseUrl + accreditationPaths.document(lang, token, id);
  return { id, name: originalName, kind, bytes, sha256, origin, addedAt, address };
}

const byWhom = (actor: string): string => (actor.startsWith('staff:') ? 'team' : actor);
