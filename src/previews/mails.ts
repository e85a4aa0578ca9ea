/** The letter that brings an accredited person the link to a release under embargo. */
import { type AccreditationRequest, letterToApplicant } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Release } from '../newsroom/index.js';
import type { Db } from '../platform/database.js';
import { formatMoment } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Letter } from '../platform/outbox.js';
import { PREVIEW_LINK, paths } from './paths.js';

export const PREVIEW_LETTER = 'previews:letters.preview';

/** As it stands in every output of the release. */
export const noticeOf = (lang: Lang, until: Date): string =>
  translator(lang)('newsroom:embargo.notice', { until: formatMoment(lang, until) });

export interface Addressee {
  request: AccreditationRequest;
  /** Of the personal link. */
  version: number;
}

/** `versions`: the release in the languages there are; the reader gets theirs where it is among them. */
export async function previewLetter(
  db: Db,
  event: Event,
  versions: readonly Release[],
  { request, version }: Addressee,
): Promise<Letter> {
  const release = versions.find(({ language }) => language === request.lang) ?? versions[0]!;
  const { language: lang, year, slug, title } = release;
  const embargo = noticeOf(request.lang, release.embargoUntil!);
  const letter = await letterToApplicant(db, event, request, {
    template: PREVIEW_LETTER,
    values: { title, embargo },
  });
  const path = paths.release({ lang, year, slug });
  return { ...letter, link: { path, purpose: PREVIEW_LINK, id: request.id, version } };
}
