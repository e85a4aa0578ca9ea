/** What an operator's command is, and the two ways in which it may say no. */
import type { ParseArgsConfig } from 'node:util';
import type { Deps } from '../platform/deps.js';
import type { JobKind } from '../platform/jobs.js';
import type { MailHooks } from '../platform/outbox.js';

export interface CommandContext {
  deps: Deps;
  /** By name without dashes; `true` for switches. */
  options: Record<string, string | boolean | undefined>;
  /** What stood behind the command without dashes. */
  words: string[];
  hooks: MailHooks;
  jobs: readonly JobKind[];
  /** One line on the terminal. */
  say(line: string): void;
}

export interface Command {
  name: string;
  /** What stands behind the name: `--email E --name N`. */
  usage: string;
  /** One sentence for the help. */
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Runs on a portal whose tables are up to date; throws Refused or WrongUse. */
  run(context: CommandContext): Promise<void>;
}

/** The command was understood and cannot be done; exit code 1. */
export class Refused extends Error {}

/** The command was not understood; exit code 2. */
export class WrongUse extends Error {}

/** A text option that must be there. */
export function required({ options }: CommandContext, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value.trim() === '') throw new WrongUse(`--${name} is missing`);
  return value.trim();
}
