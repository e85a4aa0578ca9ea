/** `seed:load`: volume for measurements. */
import { seedReleases, seedRequests } from '../demo/index.js';
import { EVENT_STATES, listEvents } from '../events/index.js';
import { type Command, type CommandContext, Refused, required, WrongUse } from './command.js';

export const seedLoad: Command = {
  name: 'seed:load',
  usage: '--requests N --releases N',
  summary:
    'adds N invented requests in mixed states with notes and messages, from 1,000 on over several events, and N releases in both languages, for measurements',
  options: { requests: { type: 'string' }, releases: { type: 'string' } },
  run: async (context) => {
    const { deps, say } = context;
    const [requests, releases] = [numberOf(context, 'requests'), numberOf(context, 'releases')];
    if (requests + releases === 0) throw new WrongUse('--requests or --releases is missing');
    if ((await listEvents(deps.db, EVENT_STATES)).length === 0) {
      throw new Refused('There is no event yet. Load the demo or create an event first.');
    }
    await seedRequests(deps, requests);
    if (requests > 0) say(`${requests} requests added.`);
    await seedReleases(deps, releases);
    if (releases > 0) say(`${releases} releases added.`);
  },
};

/** 0 where the option is not there. */
function numberOf(context: CommandContext, name: string): number {
  if (context.options[name] === undefined) return 0;
  const number = required(context, name);
  if (!/^[1-9]\d{0,6}$/.test(number)) throw new WrongUse(`--${name} must be a number from 1 to 9999999`);
  return Number(number);
}
