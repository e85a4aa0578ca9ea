/**
 * `npm test`: all tests in three processes at once, since most of their time is waiting: for a browser, a mail server, a
 * second. Each process has its own databases and servers. What a process says is printed when it has ended; the last
 * line sums up. With arguments, everything goes to one mocha: `npm test -- --grep embargo`.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROCESSES = 3;
const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const tests = fileURLToPath(new URL('..', import.meta.url));

interface Ended {
  said: string;
  code: number;
}

/** Journeys take longest: they are dealt out first, so that each process has its share of them. */
function deal(): string[][] {
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .sort(
      (a, b) => Number(b.startsWith('journeys')) - Number(a.startsWith('journeys')) || a.localeCompare(b),
    );
  const shares = Array.from({ length: PROCESSES }, (): string[] => []);
  for (const [at, file] of files.entries()) shares[at % PROCESSES]!.push(join(tests, file));
  return shares;
}

function run(given: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MOCHA, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const collect = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('close', (code) => resolve({ said, code: code ?? 1 }));
  });
}

/** What the closing line of a process says; nothing where it broke off before. */
function numbersIn({ said }: Ended): [passed: number, failed: number, skipped: number] | undefined {
  const [, passed, failed, skipped] = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(said) ?? [];
  return passed === undefined ? undefined : [Number(passed), Number(failed), Number(skipped ?? 0)];
}

const own = process.argv.slice(2);
const shares = own.length > 0 ? [[...own, `${tests}**/*.test.js`]] : deal();
const ended = await Promise.all(
  shares.map(async (share) => {
    const end = await run(share);
    process.stdout.write(end.said);
    return end;
  }),
);
const counted = ended.map(numbersIn);
const broken = counted.filter((numbers) => numbers === undefined).length;
const sum = (at: 0 | 1 | 2) => counted.reduce((total, numbers) => total + (numbers?.[at] ?? 0), 0);
if (broken > 0) console.log(`${broken} of ${shares.length} test processes broke off`);
const skipped = sum(2) > 0 ? `, ${sum(2)} skipped` : '';
console.log(`${sum(0)} passed, ${sum(1) + broken} failed${skipped}`);
process.exitCode = broken > 0 || ended.some(({ code }) => code !== 0) ? 1 : 0;
