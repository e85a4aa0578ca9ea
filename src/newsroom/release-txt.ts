/** A release as plain text: wrapped lines, no markup, everything a newsroom pastes into its system. */
import { plainTextOf } from '../platform/markdown.js';
import type { Quote } from './release.js';
import type { ReleaseCopy } from './release-copy-page.js';

const WIDTH = 72;
const RULE = '-'.repeat(WIDTH);

export function releaseText(copy: ReleaseCopy): string {
  const { contact, correction, embargo } = copy;
  const paragraphs = [
    embargo ? `${embargo.notice}\n${RULE}` : '',
    [copy.kind, copy.issuer, copy.dateline].filter(Boolean).join('\n'),
    copy.title,
    copy.subtitle,
    correction ? `${correction.label} (${correction.when}): ${correction.text}` : '',
    copy.teaser,
    ...copy.parts.map((part) =>
      part.kind === 'quote' ? copy.quoteLine(part.quote) : plainTextOf(part.markdown),
    ),
    copy.boilerplate ? `${RULE}\n${copy.boilerplateLabel}\n\n${plainTextOf(copy.boilerplate)}` : '',
    [`${RULE}\n${copy.contactLabel}`, contact.name, contact.email, contact.phone].filter(Boolean).join('\n'),
    `${RULE}\n${copy.version}\n${copy.counts}\n${copy.source}`,
  ];
  return `${wrap(paragraphs.filter(Boolean).join('\n\n'))}\n`;
}

/** A single quote to paste, in one line; under embargo below its notice. */
export function quoteText(copy: ReleaseCopy, quote: Quote): string {
  return `${tidy(copy.loneQuote(quote))}\n`;
}

/** Old editorial systems stumble over no-break spaces and soft hyphens. */
const tidy = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replace(/\u00AD/g, '');

function wrap(text: string): string {
  return tidy(text).split('\n').map(wrapLine).join('\n');
}

/** Items of a list continue below their text; a word longer than the line, such as an address, is left whole. */
function wrapLine(line: string): string {
  const indent = ' '.repeat(/^\s*(?:- |\d+\. )?/.exec(line)![0].length);
  const lines = [/^\s*/.exec(line)![0]];
  for (const word of line.trim().split(/ +/)) {
    const last = lines.at(-1)!;
    const joined = last.trim() === '' ? last + word : `${last} ${word}`;
    if ([...joined].length <= WIDTH || last.trim() === '') lines[lines.length - 1] = joined;
    else lines.push(indent + word);
  }
  return lines.join('\n');
}
