/** `retention:run`: keeps the deletion plan now, or says what is due. Figures only, no names. */
import { type AlertsDue, listAlertsDue, runAlertsPlan } from '../alerts/index.js';
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
    const alerts = dry ? await listAlertsDue(deps) : await runAlertsPlan(deps);
    const ofAlerts = sayAlerts(alerts);
    if (ofAlerts) say(`Press list: ${ofAlerts} ${dry ? 'due' : 'deleted'}.`);
    if (events.length === 0 && !ofAlerts) say('Nothing is due.');
    const failed = events.reduce((sum, event) => sum + (event.failed ?? 0), 0);
    if (failed > 0) throw new Refused(`${count(failed, 'request')} could not be deleted; the log says why.`);
  },
};

const sayAlerts = ({ addresses, letters, deliveries }: AlertsDue): string =>
  [
    addresses > 0 ? count(addresses, 'address', 'addresses') : '',
    letters > 0 ? count(letters, 'letter') : '',
    deliveries > 0 ? `${count(deliveries, 'note')} of who was told of what` : '',
  ]
    .filter(Boolean)
    .join(', ');

const count = (number: number, thing: string, many = `${thing}s`): string =>
  `${number} ${number === 1 ? thing : many}`;
