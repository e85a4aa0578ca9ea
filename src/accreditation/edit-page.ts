/** The page on which applicants change their request. */
import type { Event, Slot } from '../events/index.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { FieldsState, FormSection } from './form-parts-page.js';
import { crumbsTo } from './leave-page.js';
import { paths } from './paths.js';
import type { AccreditationRequest, RequestDocument } from './request.js';
import { requestSections } from './request-fields-page.js';
import type { FormNotice } from './request-form-page.js';
import { isApproved } from './status.js';

export interface EditPage extends Page {
  eyebrow: string;
  lead: string;
  /** Said before saving when the approval may have to be decided anew; empty before the decision. */
  warning: string;
  notice: FormNotice | undefined;
  action: string;
  back: string;
  version: number;
  email: string;
  files: { name: string; href: string }[];
  sections: FormSection[];
}

export interface EditFacts {
  request: AccreditationRequest;
  token: string;
  event: Event;
  slots: readonly Slot[];
  documents: readonly RequestDocument[];
}

export function toEditPage(lang: Lang, facts: EditFacts, state: FieldsState, notice?: FormNotice): EditPage {
  const { request, token, event, slots, documents } = facts;
  const t = translator(lang);
  const approved = isApproved(request.shownState);
  return {
    title: t('selfservice:edit.title'),
    crumbs: crumbsTo(lang, { request, token }),
    errors: [...state.errors],
    eyebrow: `${t('selfservice:status.title', { reference: request.reference })} · ${inLanguage(event.texts.title, lang)}`,
    lead: t(`selfservice:edit.${approved ? 'leadApproved' : 'lead'}`),
    warning: approved ? t('selfservice:edit.warning') : '',
    notice,
    action: paths.edit(lang, token),
    back: paths.status(lang, token),
    version: request.version,
    email: request.email,
    files: documents.map(({ id, originalName }) => ({
      name: originalName,
      href: paths.document(lang, token, id),
    })),
    sections: requestSections({ t, lang, event, slots }, state, { edit: true }),
  };
}
