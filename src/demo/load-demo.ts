/** Loads the demo congress. */
import type { Deps } from '../platform/deps.js';

export async function loadDemoIntoEmptyDatabase(_deps: Deps): Promise<void> {}
