/** What stays of a release that was withdrawn: that it was, when, and why. */
import { formatDateTime, toIsoLocal } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { type Lang, otherLang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { paths } from './paths.js';
import { type Release, releasedAt, type WithTranslation } from './release.js';

export interface WithdrawnPage extends Page {
  kind: string;
  released: Moment;
  withdrawn: Moment;
  /** May be empty. */
  note: string;
  contact: Release['contact'];
  listHref: string;
}

interface Moment {
  text: string;
  iso: string;
}

export function withdrawnPage(
  lang: Lang,
  t: Translate,
  { release, translation }: WithTranslation,
): WithdrawnPage {
  const { withdrawal, contact } = release;
  return {
    title: release.title,
    section: 'press',
    crumbs: [
      { label: t('layout:home'), href: `/${lang}` },
      { label: t('newsroom:list.title'), href: paths.releases(lang) },
    ],
    alternatePath: translation ? paths.releaseOf(translation) : paths.releases(otherLang(lang)),
    untranslated: true,
    kind: t('newsroom:kind'),
    released: momentOf(lang, releasedAt(release)),
    withdrawn: momentOf(lang, withdrawal!.at),
    note: withdrawal!.note,
    contact,
    listHref: paths.releases(lang),
  };
}

const momentOf = (lang: Lang, at: Date): Moment => ({ text: formatDateTime(lang, at), iso: toIsoLocal(at) });
