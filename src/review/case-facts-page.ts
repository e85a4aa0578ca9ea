/** The facts of a request as label and value: person, outlet, needs. */
import { fullName } from '../accreditation/index.js';
import type { Translate } from '../platform/i18n.js';
import type { CaseRecord } from './case.js';

export interface Fact {
  label: string;
  value: string;
  href?: string;
  /** Opens elsewhere. */
  external?: boolean;
  strong?: boolean;
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
    { label: label('language'), value: t(`decisions:languages.${request.lang}`) },
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
