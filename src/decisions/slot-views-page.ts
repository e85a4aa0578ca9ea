/** The wished slots of a request at the desk: how much room is left, and which are ticked to be granted. */
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { DecisionFacts } from './basis.js';

export interface SlotView {
  id: number;
  label: string;
  room: string;
  state: string;
  full: boolean;
  checked: boolean;
}

/** Ticked while there is room, or as it was decided. */
export function slotViews(t: Translate, lang: Lang, { slots }: DecisionFacts): SlotView[] {
  return slots.map(({ slot, wish, taken }) => {
    const free = Math.max(0, slot.capacity - taken);
    return {
      id: slot.id,
      label: t('decisions:slots.slot', {
        kind: t(`labels:slotKinds.${slot.kind}`),
        title: inLanguage(slot.texts.title, lang),
        time: formatDateTime(lang, slot.startsAt),
      }),
      room: t('decisions:slots.room', { count: free, capacity: slot.capacity }),
      state: t(`decisions:slotStates.${wish.state}`),
      full: free === 0,
      checked: free > 0 && wish.state !== 'declined',
    };
  });
}
