/** `retention:run`: keeps the deletion plan now, or says what is due. Figures only, no names. */
import { type Deleted, type Due, listDue, runDeletionPlan } from '../privacy/index.js';
import { type Command, Refused } from './command.js';

export const retentionRun: Command = {
  name: 'retention:run',
  usage: '[--dry-run]',
  summary: 'deletes what the deletion plan says is due; --dry-run only says what that would be',
  options: { 'dry-run': { type: 'boolean', default: false } },
  run: async ({ deps, options, say }) => {
    const dry = options['dry-run'] === true;
    const events: (Due & Partial<Deleted>)[] = dry ? await listDue(deps) : await runDeletionPlan(deps);
    for (const { event, files, requests } of events)
      say(
        `${event.shortCode}: ${count(files, 'file')}, ${count(requests, 'request')} ${dry ? 'due' : 'deleted'}.`,
      );
    if (events.length === 0) say('Nothing is due.');
    const failed = events.reduce((sum, event) => sum + (event.failed ?? 0), 0);
    if (failed > 0) throw new Refused(`${count(failed, 'request')} could not be deleted; the log says why.`);
  },
};

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
