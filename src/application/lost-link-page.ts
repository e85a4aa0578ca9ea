/** The page that asks for the address to which the personal links go. */
import { accreditationPaths } from '../accreditation/index.js';
import { type TextField, textField } from '../platform/fields.js';
import type { Entered, ShownError } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';

export interface LostLinkPage extends Page {
  action: string;
  notice: { kind: 'success'; title: string; text: string } | undefined;
  field: TextField;
}

export function lostLinkPage(
  { t, lang }: { t: Translate; lang: Lang },
  { entered = {}, errors = [], sent = false }: { entered?: Entered; errors?: ShownError[]; sent?: boolean },
): LostLinkPage {
  const state = { entered, errors };
  return {
    title: t('application:lostLink.title'),
    section: 'events',
    crumbs: [{ label: t('layout:home'), href: `/${lang}` }],
    errors,
    action: accreditationPaths.lostLink(lang),
    notice: sent
      ? {
          kind: 'success',
          title: t('application:lostLink.sent.title'),
          text: t('application:lostLink.sent.text'),
        }
      : undefined,
    field: textField('email', t('accreditation:fields.email'), state, {
      type: 'email',
      autocomplete: 'email',
      hint: t('application:lostLink.hint'),
    }),
  };
}
