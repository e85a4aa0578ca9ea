/** A release as PDF: tagged, with embedded fonts, for printing and passing on. */
import { blocksOf } from '../platform/markdown.js';
import { makePdf, type PdfPiece } from '../platform/tagged-pdf.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { ReleaseCopy } from './release-copy-page.js';

const BLUE = '#0b4a8f';
const SOFT = '#4a5a6c';
const AMBER = '#8a5300';

export function releasePdf(copy: ReleaseCopy): Promise<Buffer> {
  const facts = {
    lang: copy.lang,
    title: copy.title,
    author: copy.issuer || copy.contact.name,
    createdAt: copy.changedAt,
    ...(copy.embargo ? { running: copy.embargo.notice } : {}),
  };
  return makePdf(facts, [...head(copy), ...copy.parts.flatMap((part) => textOf(copy, part)), ...foot(copy)]);
}

function head(copy: ReleaseCopy): PdfPiece[] {
  const { correction, embargo } = copy;
  return [
    ...(embargo ? [{ text: embargo.notice, bold: true, size: 13, colour: AMBER, space: 0 }] : []),
    { text: copy.kind, bold: true, colour: BLUE, space: embargo ? 14 : 0 },
    { text: [copy.issuer, copy.dateline].filter(Boolean).join(' · '), size: 10, colour: SOFT, space: 2 },
    { text: withFirmHyphens(copy.title), tag: 'H1', bold: true, size: 21, space: 20 },
    ...(copy.subtitle ? [{ text: copy.subtitle, size: 14, colour: SOFT, space: 6 }] : []),
    ...(correction
      ? [{ text: `${correction.label} (${correction.when}): ${correction.text}`, colour: BLUE, space: 14 }]
      : []),
    { text: copy.teaser, bold: true, space: 16 },
  ];
}

function textOf(copy: ReleaseCopy, part: ReleaseCopy['parts'][number]): PdfPiece[] {
  if (part.kind === 'quote')
    return [
      { text: copy.quoteLine(part.quote), tag: 'BlockQuote', size: 12, indent: 22, space: 14, colour: BLUE },
    ];
  return markdown(part.markdown);
}

function markdown(text: string): PdfPiece[] {
  return blocksOf(text).map((block): PdfPiece => {
    if (block.kind === 'heading') return { text: block.text, tag: 'H2', bold: true, size: 14, space: 18 };
    if (block.kind === 'paragraph') return { text: block.text };
    return { text: block.text, tag: 'LI', space: 3 };
  });
}

function foot(copy: ReleaseCopy): PdfPiece[] {
  const { contact } = copy;
  const heading = (text: string): PdfPiece => ({ text, tag: 'H2', bold: true, size: 12, space: 20 });
  const small = { size: 10, space: 4 };
  return [
    ...(copy.boilerplate
      ? [
          heading(copy.boilerplateLabel),
          ...markdown(copy.boilerplate).map((piece) => ({ ...piece, ...small })),
        ]
      : []),
    heading(copy.contactLabel),
    { text: [contact.name, contact.phone].filter(Boolean).join('\n'), ...small },
    ...(contact.email ? [{ text: contact.email, link: `mailto:${contact.email}`, ...small }] : []),
    { text: copy.version, size: 9, colour: SOFT, space: 20 },
    { text: copy.counts, size: 9, colour: SOFT, space: 2 },
    { text: copy.source, link: copy.url, size: 9, colour: SOFT, space: 2 },
  ];
}
