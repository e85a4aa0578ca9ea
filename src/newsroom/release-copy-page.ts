/** The text of a release with its labels, once for all formats: web page, plain text, Markdown and PDF. */
import { formatDate, formatDateTime, formatMoment, toFieldValue } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';
import { type BodyPart, bodyParts, countsOf } from './body.js';
import { paths } from './paths.js';
import {
  changedAt,
  isUnderEmbargo,
  type Quote,
  type Release,
  type ReleaseContact,
  releasedAt,
  speakerLine,
} from './release.js';

export interface ReleaseCopy {
  lang: Lang;
  /** While it holds, every output starts with the notice: "Sperrfrist: Donnerstag, 24. Oktober 2024, 9:15 Uhr MESZ". */
  embargo: { notice: string; until: Date } | undefined;
  /** What its files are called, without the ending; under embargo that stands in front. */
  fileStem: string;
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
  /** A quote in the running text: „…“ – name, function. */
  quoteLine(quote: Quote): string;
  /** The same to paste on its own. */
  loneQuote(quote: Quote): string;
  correction: { label: string; when: string; text: string } | undefined;
  contactLabel: string;
  contact: ReleaseContact;
  boilerplateLabel: string;
  boilerplate: string;
  /** "Fassung 2 vom 9. Oktober 2024, 11:20 Uhr" */
  version: string;
  versionNumber: number;
  /** Characters, words, spoken length. */
  counts: string;
  /** Where the release stands in full, with `https://`. */
  url: string;
  /** "Quelle: …" */
  source: string;
}

export interface CopySite {
  baseUrl: string;
  issuer: string;
  /** Decides whether the embargo still holds. */
  now: Date;
}

export function releaseCopy(lang: Lang, t: Translate, release: Release, site: CopySite): ReleaseCopy {
  const at = releasedAt(release);
  const url = site.baseUrl + paths.releaseOf(release);
  const { correction } = release;
  const embargo = embargoOf(lang, t, release, site.now);
  const quoteLine = (quote: Quote) =>
    t('newsroom:quoteLine', { text: quote.text, speaker: speakerLine(quote) });
  return {
    lang,
    embargo,
    fileStem: fileStem(t, release, embargo),
    kind: t('newsroom:kind'),
    issuer: site.issuer,
    dateline: [release.place, formatDate(lang, at)].filter(Boolean).join(', '),
    releasedAt: at,
    changedAt: changedAt(release),
    title: release.title,
    subtitle: release.subtitle,
    teaser: release.teaser,
    parts: bodyParts(release),
    quoteLine,
    loneQuote: (quote) => [embargo?.notice, quoteLine(quote)].filter(Boolean).join('\n'),
    correction: correction && {
      label: t('newsroom:corrected'),
      when: formatDateTime(lang, correction.at),
      text: correction.text,
    },
    contactLabel: t('newsroom:contact'),
    contact: release.contact,
    boilerplateLabel: t('newsroom:boilerplate'),
    boilerplate: release.boilerplate,
    versionNumber: release.version,
    version: t('newsroom:version', {
      version: release.version,
      when: formatDateTime(lang, changedAt(release)),
    }),
    counts: countsLine(lang, t, release),
    url,
    source: t('newsroom:source', { url }),
  };
}

function embargoOf(lang: Lang, t: Translate, release: Release, now: Date): ReleaseCopy['embargo'] {
  const { embargoUntil: until } = release;
  if (!until || !isUnderEmbargo(release, now)) return undefined;
  return { notice: t('newsroom:embargo.notice', { until: formatMoment(lang, until) }), until };
}

function fileStem(t: Translate, { slug }: Release, embargo: ReleaseCopy['embargo']): string {
  return embargo ? `${embargoMark(t, embargo.until)}-${slug}` : slug;
}

/** sperrfrist-2024-10-24-0915: in front of the name of a file, seen in every folder. */
export function embargoMark(t: Translate, until: Date): string {
  return `${t('newsroom:embargo.fileMark')}-${toFieldValue(until).replace('T', '-').replace(':', '')}`;
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
