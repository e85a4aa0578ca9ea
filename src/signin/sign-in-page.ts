/** Page models in front of the desk: signing in, asking for a link, opening one, accepting an invitation. */
import { type TextField, textField } from '../platform/fields.js';
import { type Entered, type FieldError, showErrors, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Page } from '../platform/render.js';
import type { Member } from '../staff/index.js';
import { PASSWORD_LENGTH } from './password.js';
import { backFrom, paths } from './paths.js';

export interface FormState {
  entered: Entered;
  errors: FieldError[];
}

const FRESH: FormState = { entered: {}, errors: [] };

export interface SignInPage extends Page {
  action: string;
  forgotten: string;
  back: string;
  signedOut: boolean;
  fields: TextField[];
}

export function signInPage(t: Translate, signedOut: boolean, state: FormState = FRESH): SignInPage {
  const shown = { entered: state.entered, errors: showErrors(t, state.errors) };
  const email = { type: 'email', autocomplete: 'username' };
  return {
    title: t('signin:signIn.title'),
    errors: shown.errors,
    action: paths.signIn(),
    forgotten: paths.forgotten,
    back: backFrom(textOf(state.entered, 'back')),
    signedOut,
    fields: [
      textField('email', t('staff:fields.email'), shown, email),
      secretField('password', t('signin:fields.password'), shown, 'current-password'),
    ],
  };
}

export interface ForgottenPage extends Page {
  action: string;
  signIn: string;
  sent: boolean;
  fields: TextField[];
}

export function forgottenPage(t: Translate, sent: boolean, state: FormState = FRESH): ForgottenPage {
  const shown = { entered: state.entered, errors: showErrors(t, state.errors) };
  return {
    title: t(sent ? 'signin:forgotten.sentTitle' : 'signin:forgotten.title'),
    errors: shown.errors,
    action: paths.forgotten,
    signIn: paths.signIn(),
    sent,
    fields: [textField('email', t('staff:fields.email'), shown, { type: 'email', autocomplete: 'username' })],
  };
}

export interface LinkPage extends Page {
  action: string;
}

export function linkPage(t: Translate, token: string): LinkPage {
  return { title: t('signin:link.title'), action: paths.signInLink(token) };
}

export interface GoneLinkPage extends Page {
  forgotten: string;
}

export function goneLinkPage(t: Translate): GoneLinkPage {
  return { title: t('signin:goneLink.title'), forgotten: paths.forgotten };
}

export interface AcceptPage extends Page {
  action: string;
  email: string;
  fields: TextField[];
}

export function acceptPage(t: Translate, token: string, member: Member, state?: FormState): AcceptPage {
  const errors = showErrors(t, state?.errors ?? []);
  const shown = { entered: state?.entered ?? { name: member.name }, errors };
  return {
    title: t('signin:accept.title'),
    errors,
    action: paths.signInLink(token),
    email: member.email,
    fields: [
      textField('name', t('staff:fields.name'), shown, { autocomplete: 'name' }),
      newPasswordField(t, shown),
    ],
  };
}

type Shown = Parameters<typeof textField>[2];

/** With its one rule as a hint. */
export function newPasswordField(t: Translate, shown: Shown): TextField {
  const field = secretField('password', t('signin:fields.newPassword'), shown, 'new-password');
  return { ...field, hint: t('signin:fields.newPasswordHint', { min: PASSWORD_LENGTH }) };
}

/** Never printed back into the page. */
export function secretField(name: string, label: string, shown: Shown, autocomplete: string): TextField {
  return { ...textField(name, label, shown, { type: 'password', autocomplete }), value: '' };
}
