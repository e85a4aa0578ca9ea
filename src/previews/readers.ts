/** Who reads ahead, and what: as it stands at the desk. */
import type { AccreditationRequest } from '../accreditation/index.js';
import type { Event } from '../events/index.js';
import type { Release } from '../newsroom/index.js';
import type { Access } from './access.js';

export interface PreviewedRelease {
  /** In the languages there are. */
  versions: Release[];
  event: Event;
  told: number;
  /** Without those who are blocked. */
  accredited: number;
  openedBy: number;
}

export interface PreviewReader {
  request: AccreditationRequest;
  access: Access;
  last: Date | undefined;
}
