/** The address of the counts at the desk. */
export const paths = {
  counts: (days?: number): string => (days ? `/staff/counts?days=${days}` : '/staff/counts'),
};
