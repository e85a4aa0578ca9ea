/** What the first page of the desk is about, as it stands in the address: one event or all, and one kind for the chart. */
import { type Part, VALUES } from '../figures/index.js';

export interface OverviewScope {
  eventId: number | undefined;
  part: Part;
}

/** Reads an address; what it does not understand it leaves out. */
export function readScope(query: Record<string, unknown>): OverviewScope {
  const eventId = Number(query.event);
  return {
    eventId: Number.isSafeInteger(eventId) && eventId > 0 ? eventId : undefined,
    part: readPart(String(query.part ?? '')),
  };
}

/** `type:print`, `area:photo` */
export const partValue = (part: Part): string => (part ? `${part.dimension}:${part.value}` : '');

function readPart(text: string): Part {
  const [dimension, value = ''] = text.split(':');
  if (dimension !== 'type' && dimension !== 'area') return undefined;
  return VALUES[dimension].includes(value) ? { dimension, value } : undefined;
}
