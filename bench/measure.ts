/** Requests per second of two addresses in turns, so that a change in the machine's mood hits both sides alike. */
import { setTimeout } from 'node:timers/promises';
import autocannon, { type Options, type Result } from 'autocannon';
import type { Started } from './servers.js';

export interface Pair {
  a: number;
  b: number;
  /** a / b, the median of the rounds. */
  ratio: number;
}

/** Rounds A B A B …; medians of each side and of the ratios pair by pair. */
export async function inTurns(a: Options, b: Options, { rounds = 3, seconds = 3 } = {}): Promise<Pair> {
  await perSecond(a, 1);
  await perSecond(b, 1);
  const pairs: { a: number; b: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ a: await perSecond(a, seconds), b: await perSecond(b, seconds) });
  }
  return {
    a: median(pairs.map((pair) => pair.a)),
    b: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}

/**
 * Requests per second of the server's own processor time: what one core gives, however busy client and machine are.
 * What the server does anyway, such as looking for letters to send, is measured before and taken off.
 */
export async function perCpuSecond(server: Started, options: Options, seconds = 3): Promise<number> {
  const rest = server.cpu();
  await setTimeout(seconds * 1000);
  const begin = server.cpu();
  const { requests } = await run(options, seconds);
  return requests.total / (server.cpu() - begin - (begin - rest));
}

async function perSecond(options: Options, seconds: number): Promise<number> {
  return (await run(options, seconds)).requests.average;
}

async function run(options: Options, seconds: number): Promise<Result> {
  const result = await autocannon({ connections: 4, duration: seconds, ...options });
  const refused = result['4xx'] + result['5xx'] + result.errors;
  if (refused > 0) throw new Error(`${options.url}: ${refused} refused or failed`);
  return result;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
