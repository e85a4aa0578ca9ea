/** Runs one command of the operator: reads its options, opens the portal, says how it went by the exit code. */
import { parseArgs } from 'node:util';
import { closeDatabase } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { JobKind } from '../platform/jobs.js';
import type { MailHooks } from '../platform/outbox.js';
import { type Command, Refused, WrongUse } from './command.js';

export interface Portal {
  /** Opens the portal of this environment; it is closed again after the command. */
  open(): Promise<Deps>;
  hooks: MailHooks;
  jobs: readonly JobKind[];
  say(line: string): void;
  complain(line: string): void;
}

/** 0: done. 1: refused, with the reason. 2: wrong use, with the right one. Faults of the portal are thrown. */
export async function runCommand(
  commands: readonly Command[],
  args: string[],
  portal: Portal,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    portal.say(helpText(commands));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    portal.complain(`There is no command ${name}.\n\n${helpText(commands)}`);
    return 2;
  }
  try {
    await run(command, rest, portal);
    return 0;
  } catch (error) {
    if (error instanceof Refused) portal.complain(error.message);
    else if (error instanceof WrongUse) portal.complain(`${error.message}\n\nUse: ${useOf(command)}`);
    else throw error;
    return error instanceof Refused ? 1 : 2;
  }
}

async function run(command: Command, rest: string[], { open, ...portal }: Portal): Promise<void> {
  const { values, positionals } = read(command, rest);
  const deps = await open();
  try {
    const options = values as Record<string, string | boolean | undefined>;
    await command.run({ deps, options, words: positionals, ...portal });
  } finally {
    await closeDatabase(deps);
  }
}

function read(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

const useOf = ({ name, usage }: Command): string => `npm run portal -- ${name} ${usage}`.trim();

function helpText(commands: readonly Command[]): string {
  const lines = commands.map(
    (command) => `  ${`${command.name} ${command.usage}`.trim()}\n      ${command.summary}`,
  );
  return ['Use: npm run portal -- COMMAND', '', ...lines].join('\n');
}
