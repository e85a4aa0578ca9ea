/**
 * Run by `npm run build`: puts style sheets, scripts, icons and subset fonts under names that carry their content's
 * hash, each also compressed, and notes the names in `dist/assets.json`.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fromBuild, fromRoot } from './paths.js';
import { fontFacesIn, subset } from './subset-fonts.js';

/** Files of an earlier build stay this long, for pages that are still open somewhere. */
const KEPT_MS = 24 * 3600_000;
const COMPRESSED = ['.css', '.js', '.svg'];

const target = fromBuild('public');
const cache = fromRoot('node_modules/.cache/press-portal');
const kern = join(dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json')), 'dist');
const published: Record<string, string> = {};

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** Slow results are kept under the hash of what they were made from. */
async function remembered(key: string, make: () => Promise<Buffer> | Buffer): Promise<Buffer> {
  const file = join(cache, key);
  if (existsSync(file)) return readFileSync(file);
  const content = await make();
  writeFileSync(file, content);
  return content;
}

async function publish(name: string, content: Buffer): Promise<void> {
  const hash = hashOf(content);
  const ending = extname(name);
  const as = `${name.slice(0, -ending.length)}.${hash.slice(0, 10)}${ending}`;
  published[name] = as;
  writeFileSync(join(target, as), content);
  if (!COMPRESSED.includes(ending)) return;
  writeFileSync(join(target, `${as}.gz`), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(join(target, `${as}.br`), await remembered(`${hash}.br`, () => brotliCompressSync(content)));
}

async function publishFonts(css: string): Promise<void> {
  for (const face of fontFacesIn(css)) {
    const source = readFileSync(
      join(kern, 'fonts/fira-sans', face.file.replace(/-[a-z-]+\.woff2$/, '.woff2')),
    );
    const key = hashOf(`${hashOf(source)} ${JSON.stringify(face)}`);
    await publish(face.file, await remembered(`${key}.woff2`, () => subset(source, face)));
  }
}

const withPublishedNames = (css: string): string =>
  css.replace(/url\("([\w-]+\.woff2)"\)/g, (_match, font: string) => `url("${published[font]}")`);

/** pdf.js asks for its decoder by name, so that lies in a folder named by the version. */
async function publishPdfViewer(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  await publish('pdf.js', readFileSync(join(folder, 'legacy/build/pdf.min.mjs')));
  await publish('pdf-worker.js', readFileSync(join(folder, 'legacy/build/pdf.worker.min.mjs')));
  published['pdf/'] = `pdf-${version}/`;
  rmSync(join(target, `pdf-${version}`), { recursive: true, force: true });
  mkdirSync(join(target, `pdf-${version}`));
  for (const file of ['openjpeg_nowasm_fallback.js', 'LICENSE_OPENJPEG', 'LICENSE_PDFJS_OPENJPEG'])
    copyFileSync(join(folder, 'wasm', file), join(target, `pdf-${version}`, file));
}

function removeEarlierBuilds(): void {
  const now = Date.now();
  for (const file of readdirSync(target)) {
    const path = join(target, file);
    if (now - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true });
  }
}

mkdirSync(target, { recursive: true });
mkdirSync(cache, { recursive: true });
const theme = readFileSync(fromRoot('public/portal.css'), 'utf8');
await publishFonts(theme);
const whole = readFileSync(join(kern, 'kern.min.css'), 'utf8') + withPublishedNames(theme);
await publish('portal.css', Buffer.from(whole));
for (const name of [
  'desk.css',
  'portal.js',
  'desk.js',
  'desk-case.js',
  'desk-bulk.js',
  'desk-viewer.js',
  'desk-upload.js',
  'icon.svg',
])
  await publish(name, readFileSync(fromRoot(`public/${name}`)));
await publishPdfViewer();
writeFileSync(fromBuild('assets.json'), JSON.stringify(published, undefined, 1));
removeEarlierBuilds();
