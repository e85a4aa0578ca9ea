/** A release as Markdown, for systems that keep headings, lists and links. */
import type { ReleaseCopy } from './release-copy-page.js';

export function releaseMarkdown(copy: ReleaseCopy): string {
  const { contact, correction, embargo } = copy;
  const paragraphs = [
    embargo ? `**${escapeMarks(embargo.notice)}**` : '',
    `# ${escapeMarks(copy.title)}`,
    copy.subtitle ? `**${escapeMarks(copy.subtitle)}**` : '',
    [copy.kind, copy.issuer, copy.dateline].filter(Boolean).map(escapeMarks).join(' · '),
    correction ? `> **${correction.label} (${correction.when}):** ${escapeMarks(correction.text)}` : '',
    `**${escapeMarks(copy.teaser)}**`,
    ...copy.parts.map((part) =>
      part.kind === 'quote' ? `> ${escapeMarks(copy.quoteLine(part.quote))}` : part.markdown,
    ),
    copy.boilerplate ? `## ${copy.boilerplateLabel}\n\n${copy.boilerplate}` : '',
    `## ${copy.contactLabel}`,
    [contact.name, contact.email, contact.phone].filter(Boolean).join('  \n'),
    `${copy.counts}  \n${copy.source}`,
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** Titles, teasers and quotes are plain text; what would be markup in them is marked as a mere character. */
const escapeMarks = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');
