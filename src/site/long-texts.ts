/** Texts of whole pages, kept as Markdown in `src/locales/<language>/pages`; what the operator settled goes in at `{name}`. */
import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES, type Lang } from '../platform/languages.js';
import { fillPlaceholders } from '../platform/letters.js';
import { renderMarkdown } from '../platform/markdown.js';
import { fromRoot } from '../platform/paths.js';

const texts = new Map(LANGUAGES.flatMap(readTexts));

/** Safe HTML; throws for a text nobody wrote and for a placeholder nobody fills. */
export function longText(lang: Lang, name: string, values: Record<string, string>): string {
  const text = texts.get(`${lang}/${name}`);
  if (text === undefined) throw new Error(`No ${lang} text for the page ${name}`);
  return renderMarkdown(fillPlaceholders(text, values));
}

function readTexts(lang: Lang): [string, string][] {
  const folder = fromRoot(`src/locales/${lang}/pages`);
  return readdirSync(folder).map((file) => [
    `${lang}/${file.replace('.md', '')}`,
    readFileSync(`${folder}/${file}`, 'utf8'),
  ]);
}
