/** Somebody else saved the release since it was opened: both texts stay, and the writer decides. */
import { Conflict } from '../platform/errors.js';

export class Overtaken extends Conflict {
  constructor() {
    super('releaselife:errors.overtaken');
  }
}
