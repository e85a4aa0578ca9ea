/** One release with everything its page at the desk shows. */
import type { Boilerplate } from '../boilerplates/index.js';
import type { Event } from '../events/index.js';
import type { Asset } from '../mediakit/index.js';
import {
  type Autosave,
  type DeskRelease,
  type Gap,
  type HistoryEntry,
  hindranceOf,
  type Situation,
} from '../releaselife/index.js';

export interface Editor {
  desk: DeskRelease;
  /** The version in the other language. */
  other: DeskRelease | undefined;
  event: Event | undefined;
  events: Event[];
  /** The whole media kit. */
  assets: Asset[];
  boilerplates: Boilerplate[];
  history: HistoryEntry[];
  names: ReadonlyMap<number, string>;
  autosave: Autosave | undefined;
  situation: Situation;
  gaps: Gap[];
  now: Date;
}

/** Whether the member may change the text now, and in which way it is saved. */
export function savingOf({ situation }: Editor): 'save' | 'correct' | undefined {
  if (!hindranceOf('save', situation)) return 'save';
  return hindranceOf('correct', situation) ? undefined : 'correct';
}
