/** The floors of the house: who may import whom, how long a file may get, where tests live, which texts exist. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** From the ground up: a floor may use the floors below it, and a feature only through its index.ts. */
const FLOORS: string[][] = [
  ['platform'],
  ['staff'],
  ['boilerplates', 'counters', 'events', 'operator', 'outbox', 'shortcuts', 'signin', 'textblocks'],
  ['accreditation', 'eventdesk', 'letterdesk', 'mediakit'],
  [
    'figures',
    'hints',
    'kits',
    'mediadesk',
    'presence',
    'proposals',
    'reasons',
    'search',
    'slots',
    'verdicts',
  ],
  ['application', 'badges', 'intake', 'privacy', 'queue', 'newsroom', 'team', 'timetable'],
  ['alerts', 'feeds', 'previews', 'releaselife', 'undo', 'versions'],
  ['decisions', 'notices', 'releasedesk', 'reminders', 'selfservice'],
  ['foureyes'],
  ['exports', 'overview', 'review'],
  ['bulk', 'imports'],
  ['bulkdesk'],
  ['site'],
  ['demo'],
  ['commands'],
];
const floorOf = (folder: string): number => FLOORS.findIndex((floor) => floor.includes(folder));

/** Inside a feature: each kind of file may import the kinds named here. */
const KINDS: Record<string, string[]> = {
  rule: ['rule'],
  paths: ['rule'],
  mails: ['rule', 'paths'],
  repository: ['rule', 'repository'],
  act: ['rule', 'mails', 'repository', 'act', 'paths'],
  form: ['rule', 'form'],
  page: ['rule', 'page', 'paths'],
  document: ['rule', 'page', 'paths', 'document'],
  job: ['rule', 'repository', 'act', 'mails', 'paths', 'document'],
  guard: ['rule', 'repository', 'paths'],
  routes: ['rule', 'repository', 'act', 'form', 'page', 'document', 'guard', 'paths', 'routes'],
  index: [
    'rule',
    'repository',
    'act',
    'form',
    'routes',
    'document',
    'job',
    'guard',
    'paths',
    'mails',
    'page',
  ],
};

const DOCUMENTS = ['pdf', 'feed', 'ics', 'txt', 'md', 'csv', 'xlsx', 'ninjs', 'png'];
const ENDING = new RegExp(`-(repository|form|page|routes|job|${DOCUMENTS.join('|')})$`);

/** One word is a rule (`status`), a verb is an act (`decide-request`), the rest has an ending. */
function kindOf(file: string): string {
  const name = basename(file, '.ts');
  if (name === 'index' || name === 'mails' || name === 'paths') return name;
  if (name.startsWith('require-')) return 'guard';
  const ending = ENDING.exec(name)?.[1];
  if (ending) return DOCUMENTS.includes(ending) ? 'document' : ending;
  return name.includes('-') ? 'act' : 'rule';
}

const folderOf = (file: string): string => file.split('/').slice(1, -1)[0] ?? '';
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/from '(\.[^']+)'/g)].map(([, path]) =>
    normalize(join(dirname(file), path!)).replace(/\.js$/, '.ts'),
  );

/** Platform, site, demo and commands are flat composition, not features with kinds. */
const WITHOUT_KINDS = ['platform', 'site', 'demo', 'commands'];

function objection(file: string, target: string): string | undefined {
  const [from, to] = [folderOf(file), folderOf(target)];
  if (from === '') return undefined;
  if (from === to) {
    if (WITHOUT_KINDS.includes(from)) return undefined;
    return KINDS[kindOf(file)]?.includes(kindOf(target))
      ? undefined
      : `is the wrong way up (${kindOf(file)} -> ${kindOf(target)})`;
  }
  if (floorOf(to) < 0 || floorOf(to) >= floorOf(from)) return 'is the wrong way up';
  return to === 'platform' || target.endsWith('/index.ts') ? undefined : 'goes past the door';
}

describe('the architecture', () => {
  const sources = filesIn('src', '.ts');
  const views = filesIn('views', '.ejs');

  it('lets files import only downwards, and other features only through their door', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => objection(file, target))
        .map((target) => `${file} -> ${target} ${objection(file, target)}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps express out of rules, mails, repositories and acts', () => {
    const wrong = sources
      .filter((file) => folderOf(file) && !WITHOUT_KINDS.includes(folderOf(file)))
      .filter((file) => ['rule', 'mails', 'repository', 'act', 'job', 'document'].includes(kindOf(file)))
      .filter((file) => /from 'express/.test(read(file)));
    assert.deepEqual(wrong, []);
  });

  it('keeps SQL in repositories', () => {
    const wrong = sources
      .filter((file) => folderOf(file) && folderOf(file) !== 'platform' && kindOf(file) !== 'repository')
      .filter((file) => /\b(db|trx)(<\w+>)?\(['"]/.test(read(file)));
    assert.deepEqual(wrong, []);
  });

  it('reads the environment only at start-up', () => {
    const wrong = sources.filter(
      (file) => !['src/main.ts', 'src/cli.ts'].includes(file) && /process\.env\b/.test(read(file)),
    );
    assert.deepEqual(
      wrong.filter((file) => !/No other file reads `process\.env`/.test(read(file))),
      [],
    );
  });

  it('prints unescaped text in views only for parts, the layout’s content, structured data and sanitised Markdown', () => {
    const uses = views.flatMap((view) =>
      [...read(view).matchAll(/<%-\s*(.*?)%>/g)].map(([, code]) => `${view}: ${code}`),
    );
    const allowed =
      /: (include\(|page\.\w*(Html|html)\b|\w+\.html\b)|^views\/(desk-(gate-)?)?layout\.ejs: (content|jsonLd\()/;
    assert.deepEqual(
      uses.filter((use) => !allowed.test(use)),
      [],
    );
  });

  it('has no inline script, style or handler in views', () => {
    const wrong = views.filter((view) =>
      /<style|\sstyle="|\son\w+="|<script(?![^>]*(src=|application\/ld\+json))/.test(read(view)),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps files short', () => {
    const long = sources
      .filter((file) => read(file).split('\n').length > 200)
      .map((file) => `${file} ${read(file).split('\n').length}`);
    assert.deepEqual(long, []);
  });

  it('gives every source file a name of its own', () => {
    const names = sources
      .map((file) => basename(file))
      .filter((name) => !['index.ts', 'mails.ts', 'paths.ts'].includes(name));
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  it('opens every source file with a sentence that says what it is for', () => {
    assert.deepEqual(
      sources.filter((file) => !read(file).startsWith('/**')),
      [],
    );
  });

  it('has no test without its source file', () => {
    const orphans = filesIn('test', '.test.ts')
      .filter(
        (file) =>
          !['test/architecture.test.ts', 'test/embargo.test.ts', 'test/texts.test.ts'].includes(file) &&
          !file.startsWith('test/journeys/'),
      )
      .filter((file) => !existsSync(join(root, file.replace(/^test/, 'src').replace('.test.ts', '.ts'))));
    assert.deepEqual(orphans, []);
  });
});
