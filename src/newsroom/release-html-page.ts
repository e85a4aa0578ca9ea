/** The running text of a release as HTML that stands on its own: for feeds and editorial systems, with whole addresses. */
import { renderMarkdown } from '../platform/markdown.js';
import { escapeXml } from '../platform/xml.js';
import type { ReleaseCopy } from './release-copy-page.js';

/** Correction, teaser, text, quotes and background; `baseUrl` goes in front of links inside the portal. */
export function releaseHtml(copy: ReleaseCopy, baseUrl: string): string {
  const { correction, embargo } = copy;
  const html = [
    embargo ? `<p><strong>${escapeXml(embargo.notice)}</strong></p>` : '',
    correction
      ? `<p><strong>${escapeXml(correction.label)} (${escapeXml(correction.when)}):</strong> ${escapeXml(correction.text)}</p>`
      : '',
    `<p><strong>${escapeXml(copy.teaser)}</strong></p>`,
    ...copy.parts.map((part) =>
      part.kind === 'quote'
        ? `<blockquote><p>${escapeXml(copy.quoteLine(part.quote))}</p></blockquote>`
        : renderMarkdown(part.markdown),
    ),
    copy.boilerplate
      ? `<h2>${escapeXml(copy.boilerplateLabel)}</h2>\n${renderMarkdown(copy.boilerplate)}`
      : '',
  ];
  return html
    .filter(Boolean)
    .join('\n')
    .replace(/ data-address="[^"]*"/g, '')
    .replace(/ href="\/(?!\/)/g, ` href="${baseUrl}/`);
}
