/** A view of the queue that a member keeps under a name, for themselves. */
export interface SavedFilter {
  id: number;
  name: string;
  /** The filters as they stand in the address. */
  query: string;
}

export const MOST_SAVED = 20;
/** Characters of a name. */
export const LONGEST_NAME = 60;

/** A name that cannot be taken; `key` is the sentence for the field. */
export class BadFilterName extends Error {
  constructor(
    readonly key: string,
    readonly max = 0,
  ) {
    super(key);
  }
}
