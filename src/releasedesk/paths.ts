/** The addresses of releases at the desk. */
import type { ReleaseState } from '../newsroom/index.js';
import type { Lang } from '../platform/languages.js';
import type { Step } from '../releaselife/index.js';

export interface ListQuery {
  state: ReleaseState | undefined;
  lang: Lang | undefined;
  eventId: number | undefined;
  question: string;
  /** From 1. */
  page: number;
}

const releases = '/staff/releases';

export const paths = {
  list: ({ state, lang, eventId, question, page }: Partial<ListQuery> = {}): string => {
    const query = new URLSearchParams();
    if (state) query.set('state', state);
    if (question) query.set('q', question);
    if (lang) query.set('lang', lang);
    if (eventId) query.set('event', String(eventId));
    if (page && page > 1) query.set('page', String(page));
    return query.size > 0 ? `${releases}?${query}` : releases;
  },
  new: `${releases}/new`,
  release: (id: number): string => `${releases}/${id}`,
  /** With what the member typed last and did not save. */
  continued: (id: number): string => `${releases}/${id}?text=autosave`,
  autosave: (id: number): string => `${releases}/${id}/autosave`,
  discard: (id: number): string => `${releases}/${id}/autosave/discard`,
  translation: (id: number): string => `${releases}/${id}/translation`,
  step: (id: number, step: Step): string => `${releases}/${id}/steps/${step}`,
  embargo: (id: number): string => `${releases}/${id}/embargo`,
  history: (id: number, entry: number): string => `${releases}/${id}/history/${entry}`,
  /** With the text of an earlier day. */
  restored: (id: number, entry: number): string => `${releases}/${id}?text=${entry}`,
};
