/** `migrate`: brings the tables up to date and does nothing else. */
import { isMigrated } from '../platform/database.js';
import { type Command, Refused } from './command.js';

export const migrateTables: Command = {
  name: 'migrate',
  usage: '',
  summary: 'brings the tables of the database up to date',
  options: {},
  // Opening the portal has run them; this looks whether it is true.
  run: async ({ deps, say }) => {
    if (!(await isMigrated(deps.db))) throw new Refused('Some migrations have not run.');
    say('The database is up to date.');
  },
};
