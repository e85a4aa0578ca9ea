/** What every page of the desk needs: the navigation of this role, and what an administrator must still settle. */
import type { RequestHandler } from 'express';
import { missingSettings } from '../operator/index.js';
import { countUndelivered } from '../outbox/index.js';
import type { Deps } from '../platform/deps.js';
import { translateFor } from '../platform/render.js';
import { KEYS } from '../shortcuts/index.js';
import { type Area, currentMember, may } from '../staff/index.js';

interface DeskLink {
  name: string;
  href: string;
  icon: string;
  /** Undefined: for every member. */
  area?: Area;
}

const GROUPS: { name: string; links: DeskLink[] }[] = [
  {
    name: 'accreditation',
    links: [
      { name: 'home', href: '/staff', icon: 'home' },
      { name: 'requests', href: '/staff/requests', icon: 'checklist', area: 'requests' },
    ],
  },
  {
    name: 'newsroom',
    links: [
      { name: 'releases', href: '/staff/releases', icon: 'edit', area: 'newsroom' },
      { name: 'previews', href: '/staff/releases/previews', icon: 'visibility', area: 'newsroom' },
      { name: 'media', href: '/staff/media', icon: 'drive-folder-upload', area: 'media' },
      { name: 'boilerplates', href: '/staff/boilerplates', icon: 'content-copy', area: 'newsroom' },
      { name: 'counts', href: '/staff/counts', icon: 'visibility', area: 'newsroom' },
      { name: 'alerts', href: '/staff/releases/alerts', icon: 'mail', area: 'newsroom' },
    ],
  },
  {
    name: 'operation',
    links: [
      { name: 'outbox', href: '/staff/outbox', icon: 'mail', area: 'outbox' },
      { name: 'events', href: '/staff/events', icon: 'calendar-today', area: 'events' },
      { name: 'textblocks', href: '/staff/text-blocks', icon: 'content-copy', area: 'settings' },
      { name: 'reasons', href: '/staff/reasons', icon: 'checklist', area: 'settings' },
      { name: 'letters', href: '/staff/settings/letters', icon: 'draft', area: 'settings' },
      { name: 'team', href: '/staff/team', icon: 'account-circle', area: 'team' },
      { name: 'settings', href: '/staff/settings', icon: 'edit', area: 'settings' },
    ],
  },
];

export function deskLocals({ db, config }: Deps): RequestHandler {
  return async (req, res, next) => {
    const { role } = currentMember(req);
    const due = { outbox: may(role, 'outbox', 'read') ? await countUndelivered(db, role) : 0 };
    res.locals.undelivered = due.outbox;
    res.locals.deskNavigation = (section: string) =>
      navigationFor(section, (area) => may(role, area, 'read'), due);
    res.locals.keys = KEYS;
    res.locals.deskWarning = '';
    if (config.production && missingSettings(res.locals.operator).length > 0) {
      res.locals.deskWarning = translateFor(res)('operator:settings.incomplete');
    }
    next();
  };
}

/** `due`: how many things wait for a hand, by the name of the link. */
function navigationFor(section: string, sees: (area: Area) => boolean, due: Record<string, number>) {
  return GROUPS.map(({ name, links }) => ({
    name,
    links: links
      .filter(({ area }) => area === undefined || sees(area))
      .map((link) => ({ ...link, current: link.name === section, due: due[link.name] ?? 0 })),
  })).filter(({ links }) => links.length > 0);
}
