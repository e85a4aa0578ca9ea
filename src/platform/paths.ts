/** Where the project's own files lie, seen from the compiled code in `dist/src/platform`. */
import { fileURLToPath } from 'node:url';

/** A path in the project folder, for what is not compiled: `views`, `public`, `src/locales`. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** A path in the build folder: compiled migrations and built assets. */
export const fromBuild = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
