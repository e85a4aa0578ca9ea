/** The picture that link previews show for a release: its title, its date, and who says so. */
import { formatDate } from '../platform/dates.js';
import { fitted, LEADING, outlined } from '../platform/outlined-text.js';
import type { MadeFile } from '../platform/public-file.js';
import { remember } from '../platform/remember.js';
import { CARD } from './paths.js';
import type { ReleaseCopy } from './release-copy-page.js';

const MARGIN = 80;
const COLOURS = { ground: '#0b3a6f', accent: '#7fb4f0', text: '#ffffff', soft: '#cfe0f5' };
/** Pictures drawn a moment ago; each takes a tenth of a second. */
const KEPT = 50;

export async function releaseCard(copy: ReleaseCopy, portal: string): Promise<MadeFile> {
  const words = {
    head: [copy.kind, formatDate(copy.lang, copy.releasedAt)].join(' · '),
    title: copy.title,
    foot: [portal, copy.issuer].filter(Boolean).join(' | '),
    notice: copy.embargo?.notice ?? copy.correction?.label ?? '',
  };
  const content = await drawn(JSON.stringify(words));
  return { fileName: `${copy.fileStem}.png`, contentType: 'image/png', content };
}

interface Words {
  head: string;
  title: string;
  foot: string;
  notice: string;
}

const drawn = remember(KEPT, async (question: string): Promise<Buffer> => {
  const svg = await drawing(JSON.parse(question) as Words);
  // Loaded on first use: the portal starts faster and smaller without it.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
});

async function drawing({ head, title, foot, notice }: Words): Promise<string> {
  const width = CARD.width - 2 * MARGIN;
  const small = async (text: string, y: number, colour: string) => {
    const room = { width, height: 40, sizes: [32, 26], weight: 'Regular' } as const;
    const { lines, size } = await fitted(text, room);
    return outlined(lines[0] ?? '', { x: MARGIN, y, size, weight: room.weight, colour });
  };
  const top = notice ? 190 : 146;
  const room = { width, height: 490 - top, sizes: [76, 68, 60, 52, 46], weight: 'SemiBold' } as const;
  const { lines, size } = await fitted(title, room);
  const pieces = await Promise.all([
    small(head, 110, COLOURS.soft),
    small(notice, 160, COLOURS.accent),
    ...lines.map((text, at) => {
      const y = top + size + at * size * LEADING;
      return outlined(text, { x: MARGIN, y, size, weight: room.weight, colour: COLOURS.text });
    }),
    small(foot, CARD.height - 62, COLOURS.soft),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.ground}"/>`,
    `<rect width="16" height="100%" fill="${COLOURS.accent}"/>`,
    `<rect x="${MARGIN}" y="${CARD.height - 120}" width="120" height="4" fill="${COLOURS.accent}"/>`,
    ...pieces,
    '</svg>',
  ].join('');
}
