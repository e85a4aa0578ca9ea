/** A release as Markdown, for systems that keep headings, lists and links; its facts stand in front matter. */
import { toRfc3339 } from '../platform/dates.js';
import type { ReleaseCopy } from './release-copy-page.js';

export function releaseMarkdown(copy: ReleaseCopy): string {
  const { contact, correction, embargo } = copy;
  const paragraphs = [
    embargo ? `**${escapeMarks(embargo.notice)}**` : '',
    `# ${escapeMarks(copy.title)}`,
    copy.subtitle ? `**${escapeMarks(copy.subtitle)}**` : '',
    [copy.kind, copy.issuer, copy.dateline].filter(Boolean).map(escapeMarks).join(' · '),
    correction
      ? setApart(`**${correction.label} (${correction.when}):** ${escapeMarks(correction.text)}`)
      : '',
    `**${escapeMarks(copy.teaser)}**`,
    ...copy.parts.map((part) =>
      part.kind === 'quote' ? setApart(escapeMarks(copy.quoteLine(part.quote))) : part.markdown,
    ),
    copy.boilerplate ? `## ${copy.boilerplateLabel}\n\n${copy.boilerplate}` : '',
    `## ${copy.contactLabel}`,
    [contact.name, contact.email, contact.phone].filter(Boolean).join('  \n'),
    `${copy.version}  \n${copy.counts}  \n${copy.source}`,
  ];
  return `${frontMatter(copy)}${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** YAML; text is quoted as in JSON, which YAML reads the same way. */
function frontMatter(copy: ReleaseCopy): string {
  const facts: Record<string, string | number | undefined> = {
    embargo: copy.embargo && JSON.stringify(copy.embargo.notice),
    title: JSON.stringify(copy.title),
    date: toRfc3339(copy.releasedAt),
    updated: toRfc3339(copy.changedAt),
    version: copy.versionNumber,
    language: copy.lang,
    url: copy.url,
    correction: copy.correction && JSON.stringify(copy.correction.text),
  };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** Titles, teasers and quotes are plain text; what would be markup in them is marked as a mere character. */
const escapeMarks = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

/** Every line of it, so that a quote of two paragraphs stays one quote. */
const setApart = (text: string): string => text.replace(/^/gm, '> ');
