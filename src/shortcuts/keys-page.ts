/** The help sheet: every single key with what it does, and the switch. */
import type { Translate } from '../platform/i18n.js';
import type { Page } from '../platform/render.js';
import type { Member } from '../staff/index.js';
import { paths } from './paths.js';
import { KEY_GROUPS, KEYS } from './shortcuts.js';

export interface KeysPage extends Page {
  groups: { title: string; keys: { key: string; label: string }[] }[];
  action: string;
  /** Are they on for this member? */
  on: boolean;
}

export function keysPage(t: Translate, { shortcuts }: Pick<Member, 'shortcuts'>): KeysPage {
  return {
    title: t('shortcuts:title'),
    section: 'keys',
    groups: Object.entries(KEY_GROUPS).map(([group, names]) => ({
      title: t(`shortcuts:groups.${group}`),
      keys: names.map((name) => ({ key: KEYS[name].toUpperCase(), label: t(`shortcuts:keys.${name}`) })),
    })),
    action: paths.keys,
    on: shortcuts,
  };
}
