/** The addresses of the queue at the desk, and of the pages it leads to. */
export const paths = {
  queue: '/staff/requests',
  bulk: '/staff/requests/bulk',
  saved: '/staff/requests/views',
  deleteSaved: (id: number): string => `/staff/requests/views/${id}/deletion`,
  request: (reference: string): string => `/staff/requests/${reference}`,
  export: '/staff/requests/export',
  outbox: '/staff/outbox',
  event: (slug: string): string => `/staff/events/${slug}`,
};

/** Keeps the list a page was reached from: filters stand in the address. */
export const withQuery = (path: string, query: string): string => (query ? `${path}?${query}` : path);
