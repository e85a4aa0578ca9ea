/** The page on which applicants change their request. */
import {
  type AccreditationRequest,
  accreditationPaths,
  type FieldsState,
  type FormNotice,
  type FormSection,
  isApproved,
  type RequestDocument,
  requestSections,
} from '../accreditation/index.js';
import type { Event, Slot } from '../events/index.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { crumbsTo } from './leave-page.js';

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
    eyebrow: `${t('selfservice:status.title', { reference: request.reference })} · ${withFirmHyphens(inLanguage(event.texts.title, lang))}`,
    lead: t(`selfservice:edit.${approved ? 'leadApproved' : 'lead'}`),
    warning: approved ? t('selfservice:edit.warning') : '',
    notice,
    action: accreditationPaths.edit(lang, token),
    back: accreditationPaths.status(lang, token),
    version: request.version,
    email: request.email,
    files: documents.map(({ id, originalName }) => ({
      name: originalName,
      href: accreditationPaths.document(lang, token, id),
    })),
    sections: requestSections({ t, lang, event, slots, hasFile: documents.length > 0 }, state, {
      edit: true,
    }),
  };
}
