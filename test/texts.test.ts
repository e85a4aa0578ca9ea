/** Every visible text exists in both languages, with the same placeholders, and every key in use exists. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
type Texts = { [key: string]: string | Texts };

function flatten(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

function textsOf(lang: string): Map<string, string> {
  const folder = join(root, 'src/locales', lang);
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) =>
        flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), `${file.replace('.json', '')}:`),
      ),
  );
}

/** Whole pages in Markdown; Leichte Sprache is German by nature. */
function pagesOf(lang: string): Map<string, string> {
  const folder = join(root, 'src/locales', lang, 'pages');
  return new Map(
    readdirSync(folder)
      .filter((file) => file !== 'easy-language.md')
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{+\w+\}+/g)].map(([match]) => match).sort();

describe('texts', () => {
  const [german, english] = [textsOf('de'), textsOf('en')];

  it('exist in both languages', () => {
    const missing = [
      ...[...german.keys()].filter((key) => !english.has(key)).map((key) => `en: ${key}`),
      ...[...english.keys()].filter((key) => !german.has(key)).map((key) => `de: ${key}`),
    ];
    assert.deepEqual(missing, []);
  });

  it('are not empty', () => {
    const empty = [...german, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    assert.deepEqual(empty, []);
  });

  it('have the same placeholders in both languages', () => {
    const unlike = [...german].filter(([key, text]) => {
      const other = english.get(key);
      return (
        other !== undefined &&
        new Set([...placeholdersOf(text), ...placeholdersOf(other)]).size !==
          new Set(placeholdersOf(text)).size
      );
    });
    assert.deepEqual(
      unlike.map(([key]) => key),
      [],
    );
  });

  it('of whole pages exist in both languages, with the same headings and placeholders', () => {
    const shape = (text: string) => ({
      placeholders: placeholdersOf(text),
      headings: text.match(/^#+ /gm)?.length,
    });
    const shapes = (lang: string) => new Map([...pagesOf(lang)].map(([file, text]) => [file, shape(text)]));
    assert.deepEqual(shapes('en'), shapes('de'));
  });

  it('exist for every key that code and views name in full', () => {
    const files = ['src', 'views'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|ejs)$/.test(file))
        // Names of commands look like keys: `staff:add`.
        .filter((file) => !file.startsWith('commands/'))
        .map((file) => join(root, folder, file)),
    );
    const namespaces = new Set([...german.keys()].map((key) => key.split(':')[0]));
    const used = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/['`]([a-z]+):([\w.]+)['`]/gi)].map(
        ([, space, key]) => `${space}:${key}`,
      ),
    );
    const plural = (key: string) => german.has(`${key}_one`) || german.has(`${key}_other`);
    const letter = (key: string) => german.has(`${key}.subject`);
    // `staff:3` is a member in the audit log, not a text.
    const record = (key: string) => /:\d+$/.test(key);
    const unknown = used.filter(
      (key) =>
        namespaces.has(key.split(':')[0]!) &&
        !key.endsWith('.') &&
        !german.has(key) &&
        !plural(key) &&
        !letter(key) &&
        !record(key),
    );
    assert.deepEqual([...new Set(unknown)], []);
  });
});
