/** The addresses at which lists are taken in. */
import { intakePaths } from '../intake/index.js';

export const paths = {
  queue: intakePaths.queue,
  request: intakePaths.request,
  imports: '/staff/requests/import',
  import: (id: number): string => `/staff/requests/import/${id}`,
  columns: (id: number): string => `/staff/requests/import/${id}/columns`,
  start: (id: number): string => `/staff/requests/import/${id}/start`,
  discard: (id: number): string => `/staff/requests/import/${id}/discard`,
  wrongRows: (id: number): string => `/staff/requests/import/${id}/rows-to-mend.csv`,
};
