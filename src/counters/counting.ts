/** What was counted since it was last written down; in memory, so that a download costs no write. */
import type { Config } from '../platform/config.js';
import { type CountKind, kindOfPath } from './counted.js';

/** The key says day, kind and path. */
export type Tally = Map<string, number>;

export interface Counted {
  day: string;
  kind: CountKind;
  path: string;
  number: number;
}

/** One per portal. */
const tallies = new WeakMap<Config, Tally>();

/** Synchronous and cheap, for whoever answers: the routes, and a cache in front of them. `day` in Berlin: 2024-10-24. */
export function count(config: Config, day: string, path: string): void {
  const kind = kindOfPath(path);
  if (!kind) return;
  const tally = tallies.get(config) ?? new Map<string, number>();
  tallies.set(config, tally);
  const key = `${day} ${kind} ${path}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

/** Hands over what was counted, and begins anew. */
export function takeCounted(config: Config): Counted[] {
  const tally = tallies.get(config) ?? new Map<string, number>();
  tallies.delete(config);
  return [...tally].map(([key, number]) => {
    const [day = '', kind = '', path = ''] = key.split(' ');
    return { day, kind: kind as CountKind, path, number };
  });
}

/** What could not be written is not lost. */
export function putBack(config: Config, counted: readonly Counted[]): void {
  const tally = tallies.get(config) ?? new Map<string, number>();
  tallies.set(config, tally);
  for (const { day, kind, path, number } of counted) {
    const key = `${day} ${kind} ${path}`;
    tally.set(key, (tally.get(key) ?? 0) + number);
  }
}
