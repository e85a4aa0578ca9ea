/** How the names of an event are written: the slug of its addresses and the short code of its references. */

/** Small letters, digits and single hyphens; `new` is an address of the desk. */
export const SLUG = /^(?!new$)[a-z0-9]+(-[a-z0-9]+)*$/;
export const MAX_SLUG = 60;
export const SHORT_CODE = /^[A-Z0-9]{2,8}$/;
