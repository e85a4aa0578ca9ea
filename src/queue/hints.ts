/** Plain hints about a request, each computed by a rule that can be told in a sentence. They advise; people decide. */
import type { AccreditationRequest } from '../accreditation/index.js';
import { yearOf } from '../platform/dates.js';

export interface Hint {
  key: 'cardYear' | 'cardCovers' | 'otherIssuer' | 'freeMail' | 'freeMailFreelance' | 'sameDomain';
  tone: 'attention' | 'good' | 'neutral';
  values: Record<string, string>;
}

/** What the rules look at. */
export type Hinted = Pick<
  AccreditationRequest,
  'email' | 'outletType' | 'outletWebsite' | 'proofKind' | 'pressCardIssuer' | 'pressCardYear'
>;

/** Mail for everybody: says nothing about an outlet. */
const FREE_MAIL = [
  'aol.com',
  'arcor.de',
  'freenet.de',
  'gmail.com',
  'gmx.at',
  'gmx.ch',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'hotmail.de',
  'icloud.com',
  'live.com',
  'live.de',
  'mail.de',
  'mailbox.org',
  'me.com',
  'outlook.com',
  'outlook.de',
  'posteo.de',
  'posteo.net',
  'proton.me',
  'protonmail.com',
  't-online.de',
  'web.de',
  'yahoo.com',
  'yahoo.de',
];

/** Those that need attention first. */
export function hintsFor(request: Hinted, event: { startsAt: Date; endsAt: Date }): Hint[] {
  const order = ['attention', 'good', 'neutral'];
  return [...cardHints(request, event), ...mailHints(request)].sort(
    (a, b) => order.indexOf(a.tone) - order.indexOf(b.tone),
  );
}

function cardHints(request: Hinted, event: { startsAt: Date; endsAt: Date }): Hint[] {
  if (request.proofKind !== 'press_card') return [];
  const years = [yearOf(event.startsAt), yearOf(event.endsAt)].map(String);
  const values = { year: request.pressCardYear, eventYear: years[0]! };
  const hints: Hint[] = [];
  if (request.pressCardYear) {
    const covers = years.every((year) => year === request.pressCardYear);
    hints.push(
      covers ? { key: 'cardCovers', tone: 'good', values } : { key: 'cardYear', tone: 'attention', values },
    );
  }
  if (request.pressCardIssuer === 'other') hints.push({ key: 'otherIssuer', tone: 'attention', values: {} });
  return hints;
}

function mailHints({ email, outletType, outletWebsite }: Hinted): Hint[] {
  const domain = email.split('@').at(-1)?.toLowerCase() ?? '';
  if (FREE_MAIL.includes(domain)) {
    return outletType === 'freelance'
      ? [{ key: 'freeMailFreelance', tone: 'neutral', values: { domain } }]
      : [{ key: 'freeMail', tone: 'attention', values: { domain } }];
  }
  const host = hostOf(outletWebsite);
  if (!host || !(host === domain || domain.endsWith(`.${host}`) || host.endsWith(`.${domain}`))) return [];
  return [{ key: 'sameDomain', tone: 'good', values: { domain, host } }];
}

function hostOf(website: string): string {
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}
