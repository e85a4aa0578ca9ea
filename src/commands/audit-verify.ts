/** `audit:verify`: recomputes the chain of the audit log. */
import { findBrokenEntry } from '../platform/audit.js';
import { type Command, Refused } from './command.js';

export const auditVerify: Command = {
  name: 'audit:verify',
  usage: '',
  summary: 'recomputes the audit log and names the first entry that does not fit',
  options: {},
  run: async ({ deps, say }) => {
    const broken = await findBrokenEntry(deps.db);
    if (broken !== undefined) throw new Refused(`The audit log was changed: entry ${broken} does not fit.`);
    say('The audit log is complete and unchanged.');
  },
};
