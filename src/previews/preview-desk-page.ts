/** Page models of previews at the desk: releases under embargo, who has access, who opened what, sending the link. */
import { type AccreditationRequest, fullName } from '../accreditation/index.js';
import type { Release } from '../newsroom/index.js';
import { formatDateTime, formatMoment } from '../platform/dates.js';
import { type TextField, textField } from '../platform/fields.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { type AccessStep, possibleAccessSteps } from './access.js';
import { paths } from './paths.js';
import type { PreviewedRelease, PreviewReader } from './readers.js';

interface PersonRow {
  name: string;
  outlet: string;
  reference: string;
  blocked: boolean;
  state: string;
  last: string;
  steps: { label: string; action: string; danger: boolean }[];
}

interface ReleaseRow {
  title: string;
  lang: Lang;
  event: string;
  until: string;
  told: string;
  opened: string;
  openings: string;
  /** Empty where the reader may not write, or everybody has the letter. */
  send: string;
}

export interface PreviewDeskPage extends Page {
  releases: ReleaseRow[];
  people: PersonRow[];
  /** Undefined where everybody stands on the page. */
  search: { action: string; field: TextField; found: string } | undefined;
  log: string;
}

/** More would be a list to leaf through; whoever has that many looks for a name. */
export const PEOPLE_AT_ONCE = 100;

export interface DeskFacts {
  releases: PreviewedRelease[];
  people: PreviewReader[];
  /** What was looked for among the people; empty: nothing. */
  question: string;
  writes: boolean;
}

export function previewDeskPage(lang: Lang, facts: DeskFacts): PreviewDeskPage {
  const { releases, people, question, writes } = facts;
  const t = translator(lang);
  const found = people.filter(({ request }) => isAskedFor(request, question));
  return {
    title: t('previews:desk.title'),
    section: 'previews',
    releases: releases.map((release) => releaseRow(lang, release, writes)),
    people: found.slice(0, PEOPLE_AT_ONCE).map((person) => personRow(lang, person, writes)),
    search: people.length > PEOPLE_AT_ONCE || question ? searchOf(lang, question, found.length) : undefined,
    log: paths.openings({}),
  };
}

/** Name, outlet or reference. */
function isAskedFor(request: AccreditationRequest, question: string): boolean {
  const { reference, outletName } = request;
  const words = `${fullName(request)} ${outletName} ${reference}`.toLowerCase();
  return question
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function searchOf(lang: Lang, question: string, count: number): PreviewDeskPage['search'] {
  const t = translator(lang);
  const state = { entered: { q: question }, errors: [] };
  return {
    action: paths.desk,
    field: textField('q', t('previews:desk.search'), state, { type: 'search', optional: true }),
    found: t(`previews:desk.${count > PEOPLE_AT_ONCE ? 'foundMany' : 'found'}`, {
      count,
      first: PEOPLE_AT_ONCE,
    }),
  };
}

const inOwn = (lang: Lang, versions: readonly Release[]): Release =>
  versions.find(({ language }) => language === lang) ?? versions[0]!;

function releaseRow(lang: Lang, found: PreviewedRelease, writes: boolean): ReleaseRow {
  const t = translator(lang);
  const release = inOwn(lang, found.versions);
  return {
    title: withFirmHyphens(release.title),
    lang: release.language,
    event: inLanguage(found.event.texts.title, lang),
    until: formatMoment(lang, release.embargoUntil!),
    told: t('previews:desk.toldOf', { count: found.told, all: found.accredited }),
    opened: t('previews:desk.openedBy', { count: found.openedBy }),
    openings: paths.openings({ release: release.id }),
    send: writes && found.told < found.accredited ? paths.letters(release.id) : '',
  };
}

function personRow(lang: Lang, { request, access, last }: PreviewReader, writes: boolean): PersonRow {
  const t = translator(lang);
  const step = (name: AccessStep) => ({
    label: t(`previews:desk.steps.${name}`),
    action: paths.steer(request.reference, name),
    danger: name === 'block',
  });
  return {
    name: fullName(request),
    outlet: request.outletName,
    reference: request.reference,
    blocked: access.state === 'blocked',
    state: t(`previews:desk.states.${access.state}`),
    last: last ? formatDateTime(lang, last) : t('previews:desk.never'),
    steps: writes ? possibleAccessSteps(access).map(step) : [],
  };
}

export interface SendPage extends Page {
  back: { href: string; label: string };
  release: string;
  releaseLang: Lang;
  sentences: string[];
  letter: { subject: string; body: string; lang: Lang; sample: string } | undefined;
  action: string;
  button: string;
}

export function sendPage(
  lang: Lang,
  {
    release,
    due,
    told,
    blocked,
    sample,
  }: {
    release: Release;
    due: number;
    told: number;
    blocked: number;
    /** The letter to the first of them. */
    sample: { subject: string; body: string; lang: Lang; name: string } | undefined;
  },
): SendPage {
  const t = translator(lang);
  return {
    title: t('previews:send.title'),
    section: 'previews',
    back: { href: paths.desk, label: t('previews:desk.title') },
    release: withFirmHyphens(release.title),
    releaseLang: release.language,
    sentences: [
      t('previews:send.count', { count: due }),
      told > 0 ? t('previews:send.told', { count: told }) : '',
      blocked > 0 ? t('previews:send.blocked', { count: blocked }) : '',
    ].filter(Boolean),
    letter: sample && {
      ...sample,
      body: sample.body.replaceAll('{link}', t('previews:send.link')),
      sample: t('previews:send.sample', { name: sample.name }),
    },
    action: paths.letters(release.id),
    button: due > 0 ? t('previews:send.button', { count: due }) : '',
  };
}
