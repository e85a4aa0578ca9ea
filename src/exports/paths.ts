/** The addresses of exports. */
import type { Format } from './columns.js';

export const paths = {
  page: '/staff/requests/export',
  file: (format: Format): string => `/staff/requests/export.${format}`,
  queue: '/staff/requests',
};
