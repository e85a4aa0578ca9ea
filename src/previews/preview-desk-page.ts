/** Page models of previews at the desk: releases under embargo, who has access, who opened what, sending the link. */
import { type AccreditationRequest, fullName } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Release } from '../newsroom/index.js';
import { formatDateTime, formatMoment } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { type Access, type AccessStep, possibleAccessSteps } from './access.js';
import { paths } from './paths.js';

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
  log: string;
}

export interface DeskRelease {
  /** In the languages there are. */
  versions: Release[];
  event: Event;
  told: number;
  accredited: number;
  openedBy: number;
}

export interface DeskPerson {
  request: AccreditationRequest;
  access: Access;
  last: Date | undefined;
}

export function previewDeskPage(
  lang: Lang,
  { releases, people, writes }: { releases: DeskRelease[]; people: DeskPerson[]; writes: boolean },
): PreviewDeskPage {
  const t = translator(lang);
  return {
    title: t('previews:desk.title'),
    section: 'previews',
    releases: releases.map((release) => releaseRow(lang, release, writes)),
    people: people.map((person) => personRow(lang, person, writes)),
    log: paths.openings({}),
  };
}

const inOwn = (lang: Lang, versions: readonly Release[]): Release =>
  versions.find(({ language }) => language === lang) ?? versions[0]!;

function releaseRow(lang: Lang, found: DeskRelease, writes: boolean): ReleaseRow {
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

function personRow(lang: Lang, { request, access, last }: DeskPerson, writes: boolean): PersonRow {
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
