/** The form with which a release begins. */
import type { Event } from '../events/index.js';
import { type DeskFormPage, errorSummary, type FormState, fieldsOf } from '../platform/desk-form.js';
import { translator } from '../platform/i18n.js';
import { inLanguage, LANGUAGES, type Lang } from '../platform/languages.js';
import { paths } from './paths.js';
import { languageName } from './release-look-page.js';

export function newReleasePage(lang: Lang, events: Event[], state: FormState): DeskFormPage {
  const t = translator(lang);
  const fields = fieldsOf(t, 'releasedesk', state);
  const languages = LANGUAGES.map((value) => ({ value, label: languageName(t, value) }));
  return {
    title: t('releasedesk:new.title'),
    section: 'releases',
    errors: errorSummary(t, 'releasedesk', state.errors),
    back: { href: paths.list(), label: t('releasedesk:list.title') },
    action: paths.new,
    hidden: [],
    sections: [
      {
        id: 'beginning',
        heading: t('releasedesk:new.heading'),
        hint: t('releasedesk:new.hint'),
        rows: [
          [fields.text('title')],
          [fields.select('language', languages), fields.select('event', eventOptions(lang, events))],
        ],
      },
    ],
    submit: t('releasedesk:new.submit'),
  };
}

export function eventOptions(lang: Lang, events: readonly Event[]) {
  const named = events.map(({ id, texts }) => ({
    value: String(id),
    label: inLanguage(texts.title, lang),
  }));
  return [{ value: '', label: translator(lang)('releasedesk:form.noEvent') }, ...named];
}
