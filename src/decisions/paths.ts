/** The addresses at which the desk decides. */
import type { Decision } from '../accreditation/index.js';
import { queuePaths } from '../queue/index.js';

export const paths = {
  ...queuePaths,
  decide: (reference: string, decision: Decision): string =>
    `/staff/requests/${reference}/decide/${decision}`,
  decision: (reference: string): string => `/staff/requests/${reference}/decision`,
};
