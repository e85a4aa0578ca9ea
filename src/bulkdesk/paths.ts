/** The addresses of bulk runs at the desk. */
import { reviewPaths } from '../review/index.js';

export const paths = {
  ...reviewPaths,
  run: (id: number): string => `/staff/requests/bulk/${id}`,
  wording: (id: number): string => `/staff/requests/bulk/${id}/wording`,
  step: (id: number, step: string): string => `/staff/requests/bulk/${id}/${step}`,
};
