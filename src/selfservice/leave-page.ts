/** The pages before and after a request ends: withdraw, erase, erased, and a link that opens nothing (any more). */
import { type AccreditationRequest, accreditationPaths, isApproved } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import { formatDate } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Crumb, Page } from '../platform/render.js';

interface Applicant {
  request: AccreditationRequest;
  token: string;
}

export function crumbsTo(lang: Lang, { request, token }: Applicant): Crumb[] {
  const t = translator(lang);
  return [
    { label: t('layout:home'), href: `/${lang}` },
    {
      label: t('selfservice:status.title', { reference: request.reference }),
      href: accreditationPaths.status(lang, token),
    },
  ];
}

export interface LeavePage extends Page {
  eyebrow: string;
  lead: string;
  action: string;
  back: string;
}

export function withdrawPage(lang: Lang, { request, token, event }: Applicant & { event: Event }): LeavePage {
  const t = translator(lang);
  const values = { event: inLanguage(event.texts.title, lang), date: formatDate(lang, event.startsAt) };
  return {
    title: t('selfservice:withdraw.title'),
    eyebrow: t('selfservice:status.title', { reference: request.reference }),
    crumbs: crumbsTo(lang, { request, token }),
    lead: t(`selfservice:withdraw.${isApproved(request.shownState) ? 'leadApproved' : 'lead'}`, values),
    action: accreditationPaths.withdraw(lang, token),
    back: accreditationPaths.status(lang, token),
  };
}

export interface ErasePage extends LeavePage {
  error: string;
  data: string;
}

export function erasePage(
  lang: Lang,
  { request, token }: Applicant,
  { unconfirmed } = { unconfirmed: false },
): ErasePage {
  const t = translator(lang);
  const error = unconfirmed ? t('selfservice:erase.missing') : '';
  return {
    title: t('selfservice:erase.title'),
    eyebrow: t('selfservice:status.title', { reference: request.reference }),
    crumbs: crumbsTo(lang, { request, token }),
    lead: t(`selfservice:erase.${isApproved(request.shownState) ? 'leadApproved' : 'lead'}`),
    errors: unconfirmed ? [{ field: 'confirm', message: error }] : [],
    error,
    action: accreditationPaths.erase(lang, token),
    back: accreditationPaths.status(lang, token),
    data: accreditationPaths.ownData(lang, token),
  };
}

export interface ClosedPage extends Page {
  lead: string;
  actions: { label: string; href: string; primary: boolean }[];
}

export function erasedPage(lang: Lang): ClosedPage {
  const t = translator(lang);
  return {
    title: t('selfservice:erased.title'),
    lead: t('selfservice:erased.lead'),
    actions: [{ label: t('selfservice:refused.home'), href: `/${lang}`, primary: false }],
  };
}

/** What cannot be done, why, and the way on: back to the status page where the link is good, else to a new link. */
export function refusedPage(
  lang: Lang,
  refusal: { status: number; message: string },
  token: string,
): ClosedPage {
  const t = translator(lang);
  const onward =
    refusal.status === 404 || refusal.status === 410
      ? { label: t('selfservice:refused.newLink'), href: accreditationPaths.lostLink(lang), primary: true }
      : {
          label: t('selfservice:refused.status'),
          href: accreditationPaths.status(lang, token),
          primary: true,
        };
  return {
    title: t(`selfservice:refused.titles.${refusal.status}`),
    lead: t(refusal.message),
    actions: [onward, { label: t('selfservice:refused.home'), href: `/${lang}`, primary: false }],
  };
}
