/** Letters to members of the team, in the language of each. */
import type { Db } from '../platform/database.js';
import { translator } from '../platform/i18n.js';
import { composeLetter } from '../platform/letters.js';
import type { Letter } from '../platform/outbox.js';
import type { Member } from '../staff/index.js';
import { LINK_HOURS, type StaffLink, toPersonalLink } from './link.js';
import { paths } from './paths.js';

export async function invitationLetter(db: Db, member: Member, link: StaffLink): Promise<Letter> {
  const count = LINK_HOURS.invitation / 24;
  const validFor = translator(member.language)('signin:validFor.days', { count });
  return letterTo(db, member, link, 'signin:letters.invitation', { validFor });
}

export async function signInLetter(db: Db, member: Member, link: StaffLink): Promise<Letter> {
  const validFor = translator(member.language)('signin:validFor.hours', { count: LINK_HOURS.password });
  return letterTo(db, member, link, 'signin:letters.signIn', { validFor });
}

async function letterTo(
  db: Db,
  { id, email, name, language }: Member,
  link: StaffLink,
  kind: string,
  values: Record<string, string>,
): Promise<Letter> {
  return {
    kind,
    to: email,
    lang: language,
    about: `staff:${id}`,
    link: { path: paths.signInLink('TOKEN'), ...toPersonalLink(link) },
    ...(await composeLetter(db, kind, language, { name, ...values })),
  };
}
