/** `seed:load`: volume for measurements. */
import { seedRequests } from '../demo/index.js';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { type Command, Refused, required, WrongUse } from './command.js';

export const seedLoad: Command = {
  name: 'seed:load',
  usage: '--requests N',
  summary:
    'adds N invented requests in mixed states with notes and messages, from 1,000 on over several events, for measurements',
  options: { requests: { type: 'string' } },
  run: async (context) => {
    const { deps, say } = context;
    const requests = required(context, 'requests');
    if (!/^[1-9]\d{0,6}$/.test(requests)) throw new WrongUse('--requests must be a number from 1 to 9999999');
    if ((await listEvents(deps.db, EVENT_STATES)).length === 0) {
      throw new Refused('There is no event yet. Load the demo or create an event first.');
    }
    await seedRequests(deps, Number(requests));
    say(`${requests} requests added.`);
  },
};
