/** The addresses of one request at the desk. */
import { decisionPaths } from '../decisions/index.js';

export const paths = {
  ...decisionPaths,
  takeUp: (reference: string): string => `/staff/requests/${reference}/review`,
  assign: (reference: string): string => `/staff/requests/${reference}/assignment`,
  notes: (reference: string): string => `/staff/requests/${reference}/notes`,
  messages: (reference: string): string => `/staff/requests/${reference}/messages`,
  document: (reference: string, id: number): string => `/staff/requests/${reference}/documents/${id}`,
};
