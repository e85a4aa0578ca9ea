/** The addresses the first page of the desk leads to. */
export const paths = {
  overview: '/staff',
  queue: '/staff/requests',
  request: (reference: string): string => `/staff/requests/${reference}`,
  outbox: '/staff/outbox',
  event: (slug: string): string => `/staff/events/${slug}`,
};
