/** Lets only signed-in members pass, and only where their role has the right. */
import type { Request, RequestHandler } from 'express';
import type { Deps } from '../platform/deps.js';
import { Forbidden } from '../platform/errors.js';
import { takeNotice } from '../platform/session.js';
import type { Member } from './member.js';
import { findMember } from './member-repository.js';
import { paths } from './paths.js';
import { type Area, may, type Right } from './rights.js';

const members = new WeakMap<Request, Member>();

/** Everything under `/staff` but signing in: a stranger is led to the sign-in page and from there back. */
export function requireMember({ db }: Deps): RequestHandler {
  return async (req, res, next) => {
    const { staffId } = req.session;
    const member = staffId === undefined ? undefined : await findMember(db, staffId);
    res.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });
    if (member?.state !== 'active') {
      if (req.method !== 'GET') throw new Forbidden('errors:signedOut');
      return res.redirect(303, paths.signIn(req.originalUrl));
    }
    members.set(req, member);
    res.locals.lang = member.language;
    res.locals.member = member;
    res.locals.may = (area: Area, right: Exclude<Right, 'none'>) => may(member.role, area, right);
    res.locals.notice = () => takeNotice(req);
    next();
  };
}

/** For a route or a router: the role needs at least this right in the area. */
export function requireRight(area: Area, right: Exclude<Right, 'none'>): RequestHandler {
  return (req, _res, next) => {
    if (!may(currentMember(req).role, area, right)) throw new Forbidden('errors:noRight');
    next();
  };
}

export function currentMember(req: Request): Member {
  const member = members.get(req);
  if (!member) throw new Error('currentMember() needs requireMember() in front of it');
  return member;
}

/** How a member stands in history and audit log. */
export const actorOf = (member: Pick<Member, 'id'>): string => `staff:${member.id}`;
