/** The addresses of one request at the desk. */
import { decisionPaths } from '../decisions/index.js';
import { withQuery } from '../queue/index.js';

export const paths = {
  ...decisionPaths,
  takeUp: (reference: string): string => `/staff/requests/${reference}/review`,
  assign: (reference: string): string => `/staff/requests/${reference}/assignment`,
  notes: (reference: string): string => `/staff/requests/${reference}/notes`,
  messages: (reference: string): string => `/staff/requests/${reference}/messages`,
  verdicts: (reference: string): string => `/staff/requests/${reference}/verdicts`,
  presence: (reference: string): string => `/staff/requests/${reference}/presence`,
  document: (reference: string, id: number): string => `/staff/requests/${reference}/documents/${id}`,
};

/** An address with what stands in the list's own, and more. */
export const addressIn = (path: string, ...queries: string[]): string =>
  withQuery(path, queries.filter(Boolean).join('&'));
