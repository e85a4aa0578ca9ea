/** What applicants gave us about themselves, as a list to read. */
import {
  type AccreditationRequest,
  accreditationPaths,
  fullName,
  type HistoryEntry,
  type RequestDocument,
  type SlotWish,
  visibleSlotState,
} from '../accreditation/index.js';
import type { Slot } from '../events/index.js';
import { formatTime } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';

export interface Detail {
  label: string;
  values: { text: string; href?: string }[];
}

export interface DetailFacts {
  request: AccreditationRequest;
  documents: readonly RequestDocument[];
  slots: readonly Slot[];
  wishes: readonly SlotWish[];
  history: readonly HistoryEntry[];
  token: string;
}

/** Only what was filled in. */
export function toDetails(lang: Lang, facts: DetailFacts): Detail[] {
  const { request } = facts;
  const t = translator(lang);
  const line = (field: string, ...texts: string[]): Detail => ({
    label: t(`selfservice:fields.${field}`),
    values: texts.filter(Boolean).map((text) => ({ text })),
  });
  const lines = [
    line('name', fullName(request)),
    line('email', request.email),
    line('phone', request.phone),
    line('jobTitle', request.jobTitle),
    line('outletName', request.outletName),
    line('outletType', t(`labels:outletTypes.${request.outletType}`)),
    line('outletWebsite', request.outletWebsite),
    line('editorialContact', request.editorialContact),
    line('workArea', t(`labels:workAreas.${request.workArea}`)),
    line('proofKind', t(`labels:proofKinds.${request.proofKind}`), ...proofTexts(t, request)),
    { label: t('selfservice:fields.documents'), values: documentLinks(lang, facts) },
    line('slots', ...slotTexts(t, lang, facts)),
    line('equipmentNeeds', request.equipmentNeeds),
    line('vehiclePlate', request.vehiclePlate),
    line('accessNeeds', request.accessNeeds),
    line('note', request.note),
  ];
  return lines.filter(({ values }) => values.length > 0);
}

function proofTexts(t: Translate, request: AccreditationRequest): string[] {
  const { pressCardIssuer, pressCardNumber, pressCardYear, sampleUrl1, sampleUrl2, imprintUrl } = request;
  const issuer = pressCardIssuer && t(`labels:issuers.${pressCardIssuer}`);
  return [
    [issuer, pressCardNumber, pressCardYear].filter(Boolean).join(', '),
    sampleUrl1,
    sampleUrl2,
    imprintUrl,
  ];
}

const documentLinks = (lang: Lang, { documents, token }: DetailFacts) =>
  documents.map(({ id, originalName }) => ({
    text: originalName,
    href: accreditationPaths.document(lang, token, id),
  }));

function slotTexts(t: Translate, lang: Lang, { slots, wishes, history }: DetailFacts): string[] {
  return wishes.flatMap(({ slotId }) => {
    const slot = slots.find(({ id }) => id === slotId);
    if (!slot) return [];
    const values = {
      kind: t(`labels:slotKinds.${slot.kind}`),
      title: inLanguage(slot.texts.title, lang),
      time: formatTime(lang, slot.startsAt),
    };
    return [t(`selfservice:slots.${visibleSlotState(history, slotId)}`, values)];
  });
}
