/** Page models of the team: the list, an invitation, one member with what may be done. */
import { formatDateTime } from '../platform/dates.js';
import { type SelectField, selectField, type TextField, textField } from '../platform/fields.js';
import { showErrors } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { FormState } from '../signin/index.js';
import { allowsMembershipStep, type Member, maySteer, ROLES, type StaffState } from '../staff/index.js';
import { languageField } from './account-page.js';
import { paths } from './paths.js';

interface Look {
  icon: string;
  badge: string;
}

const LOOKS: Record<StaffState, Look> = {
  invited: { icon: 'mail', badge: 'info' },
  active: { icon: 'check', badge: 'success' },
  closed: { icon: 'close', badge: 'plain' },
};

export interface TeamRow extends Look {
  name: string;
  email: string;
  /** Empty where the reader may not open the member. */
  href: string;
  role: string;
  state: string;
  lastSignIn: string;
  isMe: boolean;
}

export interface TeamPage extends Page {
  invitation: string;
  members: TeamRow[];
}

export function teamPage(
  t: Translate,
  lang: Lang,
  me: Member,
  members: Member[],
  mayWrite: boolean,
): TeamPage {
  return {
    title: t('team:list.title'),
    section: 'team',
    invitation: mayWrite ? paths.invitation : '',
    members: members.map((member) => ({
      ...toRow(t, lang, member),
      isMe: member.id === me.id,
      href: mayWrite ? paths.member(member.id) : '',
    })),
  };
}

function toRow(t: Translate, lang: Lang, member: Member) {
  const { name, email, role, state, lastSignInAt } = member;
  return {
    name,
    email,
    role: t(`layout:desk.roles.${role}`),
    state: t(`team:states.${state}`),
    lastSignIn: lastSignInAt ? formatDateTime(lang, lastSignInAt) : t('team:list.never'),
    ...LOOKS[state],
  };
}

export interface InvitationPage extends Page {
  action: string;
  team: string;
  texts: TextField[];
  selects: SelectField[];
}

export function invitationPage(
  t: Translate,
  state: FormState = { entered: { role: 'reviewer', language: 'de' }, errors: [] },
): InvitationPage {
  const shown = { entered: state.entered, errors: showErrors(t, state.errors) };
  const email = { type: 'email', autocomplete: 'off' };
  return {
    title: t('team:invitation.title'),
    section: 'team',
    crumbs: [{ label: t('team:list.title'), href: paths.team }],
    errors: shown.errors,
    action: paths.invitation,
    team: paths.team,
    texts: [
      textField('name', t('staff:fields.name'), shown, { autocomplete: 'off' }),
      textField('email', t('staff:fields.email'), shown, email),
    ],
    selects: [roleField(t, shown), languageField(t, shown)],
  };
}

function roleField(t: Translate, shown: Parameters<typeof textField>[2]): SelectField {
  const options = ROLES.map((value) => ({ value, label: t(`team:roles.${value}`) }));
  return selectField('role', t('team:fields.role'), shown, { options });
}

export interface MemberStep {
  name: 'invitation' | 'close' | 'reopen';
  action: string;
  danger: boolean;
}

export interface MemberPage extends Page, Look {
  team: string;
  /** The own account: nothing can be changed here. */
  isMe: boolean;
  email: string;
  role: string;
  state: string;
  lastSignIn: string;
  language: string;
  roleAction: string;
  roleNow: string;
  roleField: SelectField;
  steps: MemberStep[];
}

export function memberPage(t: Translate, lang: Lang, me: Member, member: Member): MemberPage {
  const step = (name: MemberStep['name']): MemberStep => ({
    name,
    action: paths.memberStep(member.id, name),
    danger: name === 'close',
  });
  const allowed: Record<MemberStep['name'], boolean> = {
    invitation: allowsMembershipStep(member.state, 'accept'),
    close: allowsMembershipStep(member.state, 'close'),
    reopen: allowsMembershipStep(member.state, 'reopen'),
  };
  return {
    title: member.name,
    section: 'team',
    crumbs: [{ label: t('team:list.title'), href: paths.team }],
    team: paths.team,
    isMe: !maySteer(me, member),
    language: t(`team:languages.${member.language}`),
    ...toRow(t, lang, member),
    roleAction: paths.memberStep(member.id, 'role'),
    roleNow: member.role,
    roleField: roleField(t, { entered: { role: member.role }, errors: [] }),
    steps: (Object.keys(allowed) as MemberStep['name'][]).filter((name) => allowed[name]).map(step),
  };
}
