/** How a request reached the office, when it did not come through the form for everybody. */
export const CHANNELS = ['phone', 'mail', 'desk'] as const;
export type Channel = (typeof CHANNELS)[number];
