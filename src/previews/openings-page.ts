/** Who opened what under embargo, the latest first. */
import { fullName } from '../accreditation/index.js';
import type { Release } from '../newsroom/index.js';
import { formatDateTime } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { Opening } from './opening.js';
import { paths } from './paths.js';

export const OPENINGS_PER_PAGE = 50;

export interface OpeningsPage extends Page {
  back: { href: string; label: string };
  rows: { at: string; who: string; reference: string; what: string; title: string; lang: string }[];
  newer: string;
  older: string;
  position: string;
}

type Line = Opening & {
  reference: string;
  firstName: string;
  lastName: string;
  outletName: string;
  title: string;
  language: string;
};

export function openingsPage(
  lang: Lang,
  { release, lines, page }: { release: Release | undefined; lines: readonly Line[]; page: number },
): OpeningsPage {
  const t = translator(lang);
  const leaf = (to: number) => paths.openings({ ...(release ? { release: release.id } : {}), page: to });
  const title = release && withFirmHyphens(release.title);
  return {
    title: title ? t('previews:log.of', { title }) : t('previews:log.title'),
    section: 'previews',
    back: { href: paths.desk, label: t('previews:desk.title') },
    rows: lines.slice(0, OPENINGS_PER_PAGE).map((line) => ({
      at: formatDateTime(lang, line.at),
      who: `${fullName(line)}, ${line.outletName}`,
      reference: line.reference,
      what: whatOf(lang, line.what),
      title: withFirmHyphens(line.title),
      lang: line.language,
    })),
    newer: page > 1 ? leaf(page - 1) : '',
    older: lines.length > OPENINGS_PER_PAGE ? leaf(page + 1) : '',
    position: page > 1 || lines.length > OPENINGS_PER_PAGE ? t('previews:log.position', { page }) : '',
  };
}

function whatOf(lang: Lang, what: string): string {
  const t = translator(lang);
  if (what.includes('/')) return t('previews:log.kinds.file', { name: what });
  return what === 'page' || what === 'quote' ? t(`previews:log.kinds.${what}`) : what.toUpperCase();
}
