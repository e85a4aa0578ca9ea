/** Asked just before a letter with a preview link leaves: whether what it says is still true. */
import { findRequest } from '../accreditation/index.js';
import { findEmbargoedRelease } from '../newsroom/index.js';
import type { Deps } from '../platform/deps.js';
import { isLang } from '../platform/languages.js';
import type { Clearance, OutgoingMail } from '../platform/outbox.js';
import { refusalOf } from './access.js';
import { findAccess } from './access-repository.js';
import { noticeOf, PREVIEW_LETTER } from './mails.js';

/** The key of the reason why it must stay; undefined: it may leave. */
export async function checkPreviewLetter(
  { db, clock }: Deps,
  mail: Pick<OutgoingMail, 'kind' | 'link' | 'body' | 'lang'>,
): Promise<string | undefined> {
  const { kind, link, body, lang } = mail;
  if (kind !== PREVIEW_LETTER || !link) return undefined;
  const refused = refusalOf(link, await findRequest(db, link.id), await findAccess(db, link.id));
  if (refused) return 'previews:withheld.refused';
  const [, language, year, slug] =
    /^\/(\w\w)\/press\/preview\/TOKEN\/(\d{4})\/([a-z0-9-]+)$/.exec(link.path) ?? [];
  if (!isLang(language)) return 'previews:withheld.lapsed';
  const address = { lang: language, year: Number(year), slug: slug! };
  const release = await findEmbargoedRelease(db, address, clock.now());
  if (!release || !body.includes(noticeOf(lang, release.embargoUntil!))) return 'previews:withheld.lapsed';
  return undefined;
}

/** For every letter about a request. */
export async function clearPreviewLetter(deps: Deps, mail: OutgoingMail): Promise<Clearance> {
  const reason = await checkPreviewLetter(deps, mail);
  return reason ? { withhold: reason } : { headers: {} };
}
