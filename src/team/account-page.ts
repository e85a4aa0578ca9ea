/** Page models of a member's own account and own password. */
import { type SelectField, selectField, type TextField, textField } from '../platform/fields.js';
import { type Entered, showErrors } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { LANGUAGES } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type FormState, newPasswordField, secretField } from '../signin/index.js';
import { type Member, NOTICES } from '../staff/index.js';
import { paths } from './paths.js';

export interface AccountPage extends Page {
  action: string;
  password: string;
  email: string;
  role: string;
  name: TextField;
  selects: SelectField[];
}

export function accountPage(t: Translate, member: Member, state?: FormState): AccountPage {
  const { name, language, notices } = member;
  const entered: Entered = state?.entered ?? { name, language, notices };
  const shown = { entered, errors: showErrors(t, state?.errors ?? []) };
  return {
    title: t('team:account.title'),
    errors: shown.errors,
    action: paths.account,
    password: paths.password,
    email: member.email,
    role: t(`layout:desk.roles.${member.role}`),
    name: textField('name', t('staff:fields.name'), shown, { autocomplete: 'name' }),
    selects: [languageField(t, shown), noticesField(t, shown)],
  };
}

type Shown = Parameters<typeof textField>[2];

export function languageField(t: Translate, shown: Shown): SelectField {
  const options = LANGUAGES.map((value) => ({ value, label: t(`team:languages.${value}`) }));
  return selectField('language', t('team:fields.language'), shown, {
    options,
    hint: t('team:fields.languageHint'),
  });
}

function noticesField(t: Translate, shown: Shown): SelectField {
  const options = NOTICES.map((value) => ({ value, label: t(`team:noticesOptions.${value}`) }));
  return selectField('notices', t('team:fields.notices'), shown, {
    options,
    hint: t('team:fields.noticesHint'),
  });
}

export interface PasswordPage extends Page {
  action: string;
  account: string;
  /** For the password manager of the browser. */
  email: string;
  askCurrent: boolean;
  fields: TextField[];
}

export function passwordPage(
  t: Translate,
  member: Member,
  askCurrent: boolean,
  state: FormState = { entered: {}, errors: [] },
): PasswordPage {
  const shown = { entered: state.entered, errors: showErrors(t, state.errors) };
  const current = secretField('current', t('team:fields.currentPassword'), shown, 'current-password');
  return {
    title: t('team:password.title'),
    errors: shown.errors,
    action: paths.password,
    account: paths.account,
    email: member.email,
    askCurrent,
    fields: [...(askCurrent ? [current] : []), newPasswordField(t, shown)],
  };
}
