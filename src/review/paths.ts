/** The addresses of the review desk. */
import type { Decision } from '../accreditation/index.js';

export const paths = {
  home: '/staff',
  queue: '/staff/requests',
  request: (reference: string): string => `/staff/requests/${reference}`,
  takeUp: (reference: string): string => `/staff/requests/${reference}/review`,
  assign: (reference: string): string => `/staff/requests/${reference}/assignment`,
  notes: (reference: string): string => `/staff/requests/${reference}/notes`,
  messages: (reference: string): string => `/staff/requests/${reference}/messages`,
  decide: (reference: string, decision: Decision): string =>
    `/staff/requests/${reference}/decide/${decision}`,
  decision: (reference: string): string => `/staff/requests/${reference}/decision`,
  undo: (reference: string): string => `/staff/requests/${reference}/undo`,
  document: (reference: string, id: number): string => `/staff/requests/${reference}/documents/${id}`,
  outbox: '/staff/outbox',
};

/** Keeps the list a page was reached from: filters stand in the address. */
export const withQuery = (path: string, query: string): string => (query ? `${path}?${query}` : path);
