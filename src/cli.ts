/** The operators' commands: `npm run portal -- COMMAND`. */
import { commands, runCommand } from './commands/index.js';
import { jobKinds, mailHooks } from './composition.js';
import { openPortal } from './open-portal.js';
import { ConfigError, readConfig } from './platform/config.js';

const portal = {
  open: () => openPortal(readConfig(process.env)),
  hooks: mailHooks,
  jobs: jobKinds,
  say: (line: string) => console.log(line),
  complain: (line: string) => console.error(line),
};

try {
  process.exitCode = await runCommand(commands, process.argv.slice(2), portal);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
