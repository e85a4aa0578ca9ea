/** `demo`: the invented congress, for a look at the portal. */
import { loadDemoIntoEmptyDatabase } from '../demo/index.js';
import { type Command, Refused } from './command.js';

export const demoCongress: Command = {
  name: 'demo',
  usage: '',
  summary: 'loads the demo congress into an empty database; not in production',
  options: {},
  run: async ({ deps, hooks, say }) => {
    if (deps.config.production) {
      throw new Refused('The demo is invented and does not belong into production (NODE_ENV=production).');
    }
    if (!(await loadDemoIntoEmptyDatabase(deps, hooks))) {
      throw new Refused('There is an event already; the demo is loaded into an empty database only.');
    }
    say(`The demo congress is loaded: ${deps.config.baseUrl}/`);
  },
};
