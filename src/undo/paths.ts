/** The address at which a decision is undone. */
import { queuePaths } from '../queue/index.js';

export const paths = {
  request: queuePaths.request,
  undo: (reference: string): string => `/staff/requests/${reference}/undo`,
};
