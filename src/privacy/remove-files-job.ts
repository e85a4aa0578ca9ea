/** Removes the files of an erased request, also when the portal stopped before it could do so itself. */
import type { JobKind } from '../platform/jobs.js';

export const removeFilesJob: JobKind = {
  name: 'remove-files',
  run: async ({ files }, { payload }) => {
    for (const name of (payload as { files: string[] }).files) await files.remove(name);
  },
};
