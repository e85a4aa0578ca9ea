/** The text of a release with its labels, once for all formats: web page, plain text, Markdown and PDF. */
import { formatDate, formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import { type BodyPart, bodyParts, countsOf } from './body.js';
import { paths } from './paths.js';
import {
  changedAt,
  type Quote,
  type Release,
  type ReleaseContact,
  releasedAt,
  speakerLine,
} from './release.js';

export interface ReleaseCopy {
  lang: Lang;
  /** "Medieninformation" */
  kind: string;
  /** Name of the authority, empty where nobody entered one. */
  issuer: string;
  /** "Erfurt, 8. Oktober 2024" */
  dateline: string;
  releasedAt: Date;
  changedAt: Date;
  title: string;
  subtitle: string;
  teaser: string;
  parts: BodyPart[];
  /** A quote as it is pasted: „…“, name, function. */
  quoteLine(quote: Quote): string;
  correction: { label: string; when: string; text: string } | undefined;
  contactLabel: string;
  contact: ReleaseContact;
  boilerplateLabel: string;
  boilerplate: string;
  /** Characters, words, spoken length. */
  counts: string;
  /** Where the release stands in full, with `https://`. */
  url: string;
  /** "Quelle: …" */
  source: string;
}

export function releaseCopy(
  lang: Lang,
  t: Translate,
  release: Release,
  site: { baseUrl: string; issuer: string },
): ReleaseCopy {
  const at = releasedAt(release);
  const url = site.baseUrl + paths.release({ lang, year: release.year, slug: release.slug });
  const { correction } = release;
  return {
    lang,
    kind: t('newsroom:kind'),
    issuer: site.issuer,
    dateline: [release.place, formatDate(lang, at)].filter(Boolean).join(', '),
    releasedAt: at,
    changedAt: changedAt(release),
    title: release.title,
    subtitle: release.subtitle,
    teaser: release.teaser,
    parts: bodyParts(release),
    quoteLine: (quote) => t('newsroom:quoteLine', { text: quote.text, speaker: speakerLine(quote) }),
    correction: correction && {
      label: t('newsroom:corrected'),
      when: formatDateTime(lang, correction.at),
      text: correction.text,
    },
    contactLabel: t('newsroom:contact'),
    contact: release.contact,
    boilerplateLabel: t('newsroom:boilerplate'),
    boilerplate: release.boilerplate,
    counts: countsLine(lang, t, release),
    url,
    source: t('newsroom:source', { url }),
  };
}

function countsLine(lang: Lang, t: Translate, release: Release): string {
  const { characters, words, seconds } = countsOf(release);
  const spoken = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return t('newsroom:counts', {
    characters: formatNumber(lang, characters),
    words: formatNumber(lang, words),
    spoken,
  });
}
