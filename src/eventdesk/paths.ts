/** The addresses of events at the desk, programme and slots with them. */
import type { Lang } from '../platform/languages.js';

const desk = '/staff/events';
const deskEvent = (slug: string): string => `${desk}/${slug}`;

export const paths = {
  deskEvents: desk,
  newEvent: `${desk}/new`,
  deskEvent,
  editEvent: (slug: string): string => `${deskEvent(slug)}/edit`,
  copyEvent: (slug: string): string => `${deskEvent(slug)}/copy`,
  moveEvent: (slug: string): string => `${deskEvent(slug)}/state`,
  preview: (slug: string, lang: Lang): string => `${deskEvent(slug)}/preview/${lang}`,
  programme: (slug: string): string => `${deskEvent(slug)}/programme`,
  programmeItem: (slug: string, id: number | 'new'): string => `${deskEvent(slug)}/programme/${id}`,
  slots: (slug: string): string => `${deskEvent(slug)}/slots`,
  slot: (slug: string, id: number | 'new'): string => `${deskEvent(slug)}/slots/${id}`,
};
