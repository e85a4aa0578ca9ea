/** Markdown as the team writes it: safe HTML for pages, plain text for letters, feeds and descriptions. */
import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { remember } from './remember.js';

/** The team's texts, a few kilobytes each, are asked for again and again. */
const KEPT = 300;

/** A line break stays a line break: people write addresses line by line. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false });
// Pictures have their own place, with caption and credit.
markdown.disable('image');
// On paper nobody can follow a link: the style sheet prints the address where the words do not say it.
markdown.renderer.rules.link_open = (tokens, at, options, _env, renderer) => {
  const link = tokens[at]!;
  const end = tokens.findIndex(({ type }, index) => index > at && type === 'link_close');
  const address = addressOf(link);
  if (!saysWhereTo(inlineText(tokens.slice(at + 1, end)), address)) link.attrSet('data-address', address);
  return renderer.renderToken(tokens, at, options);
};

const WHITELIST: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h2', 'h3', 'h4', 'p', 'br', 'hr', 'strong', 'em', 's', 'code', 'pre', 'blockquote'],
    ...['ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel', 'data-address'], ol: ['start'], th: ['scope'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its h1 already.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    th: sanitizeHtml.simpleTransform('th', { scope: 'col' }),
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener' }),
  },
};

/** Safe to print unescaped: no scripts, styles, pictures or handlers, links to web, mail and telephone only. */
export const renderMarkdown = remember(KEPT, (text: string): string =>
  sanitizeHtml(markdown.render(text), WHITELIST).trim(),
);

type Token = ReturnType<typeof markdown.parse>[number];

/** Where the words stand: lists inside lists, with the next number of a numbered one; a cell of a table. */
interface Place {
  lists: { next: number | undefined }[];
  inCell: boolean;
}

/** The words alone: paragraphs apart by an empty line, list items with a dash or number, addresses behind their link text. */
export const plainTextOf = remember(KEPT, (text: string): string => {
  const place: Place = { lists: [], inCell: false };
  const words = markdown.parse(text, {}).map((token) => blockText(token, place));
  return words
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
});

export interface Block {
  kind: 'heading' | 'paragraph' | 'item';
  /** The words alone; items start with their dash or number. */
  text: string;
}

/** Piece by piece, for formats that set paragraphs, headings and lists themselves. */
export function blocksOf(text: string): Block[] {
  const place: Place = { lists: [], inCell: false };
  const blocks: Block[] = [];
  let kind: Block['kind'] = 'paragraph';
  let marker = '';
  for (const token of markdown.parse(text, {})) {
    const words = blockText(token, place);
    if (token.type === 'heading_open') kind = 'heading';
    else if (token.type === 'list_item_open') marker = words;
    else if (words.trim() !== '') {
      blocks.push({ kind: place.lists.length > 0 ? 'item' : kind, text: `${marker}${words.trim()}` });
      kind = 'paragraph';
      marker = '';
    }
  }
  return blocks;
}

function blockText(token: Token, place: Place): string {
  switch (token.type) {
    case 'bullet_list_open':
      place.lists.push({ next: undefined });
      return '';
    case 'ordered_list_open':
      place.lists.push({ next: Number(token.attrGet('start') ?? 1) });
      return '';
    case 'bullet_list_close':
    case 'ordered_list_close':
      place.lists.pop();
      return '\n';
    case 'list_item_open':
      return markerOf(place.lists);
    case 'th_open':
    case 'td_open':
      place.inCell = true;
      return '';
    case 'tr_close':
      place.inCell = false;
      return '\n';
    case 'table_close':
      return '\n';
    case 'inline':
      return `${inlineText(token.children ?? [])}${place.inCell ? '  ' : place.lists.length > 0 ? '\n' : '\n\n'}`;
    default:
      return token.content ? `${token.content}\n` : '';
  }
}

function markerOf(lists: Place['lists']): string {
  const list = lists.at(-1);
  const indent = '  '.repeat(Math.max(0, lists.length - 1));
  if (list?.next === undefined) return `${indent}- `;
  list.next += 1;
  return `${indent}${list.next - 1}. `;
}

const addressOf = (link: Token): string =>
  markdown.normalizeLinkText(String(link.attrGet('href') ?? '')).replace(/^(mailto|tel):/, '');

/** Words such as "kongress.example" say where they lead: the address behind them would say it twice. */
const saysWhereTo = (words: string, address: string): boolean =>
  withoutScheme(words) === withoutScheme(address);

const withoutScheme = (address: string): string => address.replace(/^https:\/\//, '').replace(/\/$/, '');

function inlineText(tokens: Token[]): string {
  let out = '';
  let link: { address: string; from: number } | undefined;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      link = { address: addressOf(token), from: out.length };
    } else if (token.type === 'link_close' && link) {
      if (!saysWhereTo(out.slice(link.from), link.address)) out += ` (${link.address})`;
      link = undefined;
    } else out += token.type.endsWith('break') ? '\n' : token.content;
  }
  return out;
}
