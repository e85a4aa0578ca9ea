/** What is counted: pages for everybody and files, by their address. Personal links and searches never are. */
import { remember } from '../platform/remember.js';

export const COUNT_KINDS = ['view', 'download'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

export interface DayCount {
  day: string;
  kind: CountKind;
  number: number;
}

export interface PathCount {
  path: string;
  number: number;
}

const SLUG = '[a-z0-9-]+';
const DOWNLOADS = [
  new RegExp(`^/media/${SLUG}/(web|print|original)$`),
  new RegExp(`^/(de|en)/media/${SLUG}\\.zip$`),
  new RegExp(`^/(de|en)/press/\\d{4}/${SLUG}\\.(pdf|txt|md|json)$`),
];
const VIEWS = [
  /^\/(de|en)(\/press|\/media|\/events)?$/,
  new RegExp(`^/(de|en)/(media|events)/${SLUG}$`),
  new RegExp(`^/(de|en)/press/\\d{4}/${SLUG}$`),
];

/** Undefined for what is not counted. `path` without its query; asked for every answer, also of the page cache. */
export const kindOfPath: (path: string) => CountKind | undefined = remember(1000, (path: string) => {
  if (path === '/de/press/alerts' || path === '/en/press/alerts') return undefined;
  if (DOWNLOADS.some((pattern) => pattern.test(path))) return 'download';
  return VIEWS.some((pattern) => pattern.test(path)) ? 'view' : undefined;
});

/** Programs that say so themselves. */
const ROBOTS = /bot\b|bot\/|crawl|spider|slurp|facebookexternalhit|preview|monitor|headless|lighthouse|scan/i;
const saysRobot = remember(1000, (userAgent: string) => ROBOTS.test(userAgent));
export const isRobot = (userAgent: string | undefined): boolean => !userAgent || saysRobot(userAgent);

export interface Answered {
  kind: CountKind;
  status: number;
  userAgent: string | undefined;
  /** Of the answer: `bytes 0-99/200`. */
  contentRange: string | undefined;
  /** What the browser wants it for (`Sec-Fetch-Dest`): `document`, `image`, `audio`. */
  wantedFor?: string | undefined;
}

/** Shown or played inside a page, which was counted itself. */
const INSIDE_A_PAGE = new Set(['image', 'audio', 'video']);

/**
 * A page that a browser still has is opened all the same (304); a file that is there already is not loaded again, the rest
 * of a download is no second one, and what a page shows is no download.
 */
export function counts({ kind, status, userAgent, contentRange, wantedFor }: Answered): boolean {
  if (isRobot(userAgent)) return false;
  if (wantedFor && INSIDE_A_PAGE.has(wantedFor)) return false;
  if (kind === 'view') return status === 200 || status === 304;
  return status === 200 || (status === 206 && (contentRange?.startsWith('bytes 0-') ?? false));
}
