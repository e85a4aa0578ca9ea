/** The kit as the gallery offers it: how many files, how large, and of when. */
import type { KitBox } from '../mediakit/index.js';
import { formatDate } from '../platform/dates.js';
import { translator } from '../platform/i18n.js';
import { formatBytes } from '../platform/numbers.js';
import type { KitContent } from './kit.js';
import { paths } from './paths.js';

/** Undefined where there is nothing to pack. `bytes`: of the whole ZIP. */
export function kitBox(
  { lang, event, assets }: Pick<KitContent, 'lang' | 'event' | 'assets'>,
  bytes: number,
): KitBox | undefined {
  if (assets.length === 0) return undefined;
  const t = translator(lang);
  return {
    href: paths.kit(lang, event.slug),
    label: t('kits:box.load', { size: formatBytes(lang, bytes) }),
    text: t('kits:box.text', { count: assets.length, date: formatDate(lang, changedAt(assets)) }),
  };
}

/** What came out of an embargo changed the kit at that moment. */
const changedAt = (assets: KitContent['assets']): Date =>
  new Date(
    Math.max(...assets.map(({ updatedAt, embargoUntil }) => Math.max(+updatedAt, +(embargoUntil ?? 0)))),
  );
