/** The door of the operators' commands: the table of all of them. A new command is one file and one line here. */
import { auditVerify } from './audit-verify.js';
import type { Command } from './command.js';
import { demoCongress } from './demo-congress.js';
import { mailSend } from './mail-send.js';
import { migrateTables } from './migrate-tables.js';
import { retentionRun } from './retention-run.js';
import { seedLoad } from './seed-load.js';
import { staffAdd } from './staff-add.js';

export { type Command, Refused, WrongUse } from './command.js';
export { runCommand } from './run-command.js';

export const commands: readonly Command[] = [
  migrateTables,
  demoCongress,
  staffAdd,
  mailSend,
  auditVerify,
  retentionRun,
  seedLoad,
];
