/** The addresses at which the team takes requests in. */
export const paths = {
  newRequest: '/staff/requests/new',
  newRequestFor: (slug: string): string => `/staff/requests/new?event=${encodeURIComponent(slug)}`,
  queue: '/staff/requests',
  request: (reference: string): string => `/staff/requests/${reference}`,
  events: '/staff/events',
};
