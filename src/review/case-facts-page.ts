/** The facts of a request as label and value: person, outlet, needs, wished slots. */
import { fullName } from '../accreditation/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { CaseRecord } from './case.js';

export interface Fact {
  label: string;
  value: string;
  href?: string;
  /** Opens elsewhere. */
  external?: boolean;
  strong?: boolean;
}

export interface SlotView {
  id: number;
  label: string;
  room: string;
  state: string;
  full: boolean;
  checked: boolean;
}

/** Only what was filled in. */
const filled = (facts: Fact[]): Fact[] => facts.filter(({ value }) => value !== '');

export function personFacts(t: Translate, { request }: CaseRecord): Fact[] {
  const label = (name: string) => t(`review:facts.${name}`);
  return filled([
    { label: label('name'), value: fullName(request), strong: true },
    { label: label('jobTitle'), value: request.jobTitle },
    { label: label('email'), value: request.email, href: `mailto:${request.email}` },
    { label: label('phone'), value: request.phone, href: `tel:${request.phone.replace(/[^\d+]/g, '')}` },
    { label: label('outlet'), value: request.outletName },
    webFact(label('website'), request.outletWebsite),
    { label: label('editorialContact'), value: request.editorialContact },
    { label: label('workArea'), value: t(`labels:workAreas.${request.workArea}`) },
    { label: label('language'), value: t(`review:languages.${request.lang}`) },
  ]);
}

export function needFacts(t: Translate, { request }: CaseRecord): Fact[] {
  const label = (name: string) => t(`review:facts.${name}`);
  return filled([
    { label: label('equipmentNeeds'), value: request.equipmentNeeds },
    { label: label('vehiclePlate'), value: request.vehiclePlate },
    { label: label('accessNeeds'), value: request.accessNeeds },
    { label: label('note'), value: request.note },
  ]);
}

/** A link only where it is one: an address of the web, never a script. */
export function webFact(label: string, address: string): Fact {
  const href = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (address === '' || !URL.canParse(href)) return { label, value: address };
  return { label, value: address, href, external: true };
}

/** Ticked while there is room, or as it was decided. */
export function slotViews(t: Translate, lang: Lang, { slots }: CaseRecord): SlotView[] {
  return slots.map(({ slot, wish, taken }) => {
    const free = Math.max(0, slot.capacity - taken);
    return {
      id: slot.id,
      label: t('review:case.slot', {
        kind: t(`labels:slotKinds.${slot.kind}`),
        title: inLanguage(slot.texts.title, lang),
        time: formatDateTime(lang, slot.startsAt),
      }),
      room: t('review:case.room', { count: free, capacity: slot.capacity }),
      state: t(`review:slotStates.${wish.state}`),
      full: free === 0,
      checked: free > 0 && wish.state !== 'declined',
    };
  });
}
