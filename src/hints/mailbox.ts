/** What an e-mail address says: whose mailbox it is, and whether that is the outlet's. */
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { getDomain } from 'tldts';

/** Mail for everybody: says nothing about an outlet. */
const FREE_MAIL = new Set(
  (
    'aol.com aol.de arcor.de email.de freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.eu gmx.net gmx.org googlemail.com ' +
    'hotmail.com hotmail.de icloud.com live.com live.de mac.com mail.com mail.de mailbox.org mail.ru me.com msn.com online.de ' +
    'outlook.com outlook.de posteo.de posteo.net pm.me proton.me protonmail.com t-online.de tuta.com tutanota.com ' +
    'tutanota.de vodafone.de web.de yahoo.com yahoo.de yandex.com yandex.ru ymail.com zoho.com'
  ).split(' '),
);

let disposable: Set<string> | undefined;

/** In the form that DNS knows: lower case, umlauts as xn--. */
export function mailDomain(email: string): string {
  const domain = email.split('@').at(-1) ?? '';
  return hostOf(domain);
}

/** Open to everybody, known by name or by the domain it is registered under. */
export const isFreeMail = (domain: string): boolean =>
  FREE_MAIL.has(domain) || FREE_MAIL.has(registrable(domain));

/** Thrown away after a quarter of an hour (list of disposable-email-domains, CC0). Read once, when first asked. */
export function isDisposable(domain: string): boolean {
  disposable ??= disposableEmailBlocklistSet();
  return disposable.has(domain) || disposable.has(registrable(domain));
}

/**
 * True when both lie under the same name that somebody registered (Public Suffix List): not for two papers under
 * `co.uk`, and not for two customers of one host.
 */
export function shareDomain(domain: string, website: string): boolean {
  const own = registrable(domain);
  return own !== '' && own === registrable(hostOf(website));
}

/** Without `www.`; empty for what is no address. */
export function hostOf(website: string): string {
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

const registrable = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? '';
