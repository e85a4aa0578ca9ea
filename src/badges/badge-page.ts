/** What stands on the badge of an approved person, and what its code says. */
import { type AccreditationRequest, BADGE_LINK, fullName } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Operator } from '../operator/index.js';
import { formatDay, formatTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Keys } from '../platform/keys.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { toToken } from '../platform/personal-links.js';
import { withFirmHyphens } from '../platform/typography.js';

export interface Badge {
  lang: Lang;
  /** Title of the document, for the window and for screen readers. */
  title: string;
  kind: string;
  /** Whose badge it is; empty where nobody entered a name. */
  operator: string;
  event: string;
  when: string;
  place: string;
  name: string;
  outlet: string;
  workArea: string;
  /** Empty where the approval knows no limits. */
  limits: string;
  limitsLabel: string;
  language: string;
  referenceLabel: string;
  reference: string;
  codeLabel: string;
  /** Content of the QR code: a code of the portal's own, without personal data. */
  code: string;
  /** Said instead of a name that the font of the badge cannot write. */
  onFile: string;
  note: string;
}

export interface BadgeFacts {
  request: AccreditationRequest;
  event: Event;
  operator: Pick<Operator, 'name'>;
  limits: string;
}

/** A badge from before the link was renewed is worthless, like the link itself. */
export const badgeCode = (
  keys: Keys,
  { id, linkVersion }: Pick<AccreditationRequest, 'id' | 'linkVersion'>,
): string => toToken(keys, { purpose: BADGE_LINK, id, version: linkVersion });

export function toBadge(keys: Keys, { request, event, operator, limits }: BadgeFacts, lang: Lang): Badge {
  const t = translator(lang);
  const entry = event.pressEntryAt ?? event.startsAt;
  return {
    lang,
    title: t('badges:badge.title', { reference: request.reference }),
    kind: t('badges:badge.kind'),
    operator: inLanguage(operator.name, lang),
    event: withFirmHyphens(inLanguage(event.texts.title, lang)),
    when: t('badges:badge.when', {
      day: formatDay(lang, event.startsAt),
      time: formatTime(lang, entry),
    }),
    place: inLanguage(event.texts.place, lang),
    name: fullName(request),
    outlet: request.outletName,
    workArea: t(`labels:workAreas.${request.workArea}`),
    limits,
    limitsLabel: t('badges:badge.limits'),
    language: t(`badges:badge.languages.${request.lang}`),
    referenceLabel: t('badges:badge.reference'),
    reference: request.reference,
    codeLabel: t('badges:badge.code'),
    code: badgeCode(keys, request),
    onFile: t('badges:badge.onFile', { reference: request.reference }),
    note: t('badges:badge.note'),
  };
}

/** Where the badge is kept by browsers and mail programs: Akkreditierung-TEK24-7K3F.pdf. */
export const badgeFileName = (reference: string, lang: Lang): string =>
  `${translator(lang)('badges:badge.file')}-${reference}.pdf`;
