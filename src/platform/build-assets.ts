/** Run by `npm run build`: puts style sheets, scripts, icons and subset fonts under names that carry their content's hash. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fromBuild, fromRoot } from './paths.js';

const target = fromBuild('public');
const kern = join(dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json')), 'dist');
const manifest: Record<string, string> = {};

function publish(name: string, content: string | Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const ending = extname(name);
  const published = `${name.slice(0, -ending.length)}.${hash}${ending}`;
  writeFileSync(join(target, published), content);
  manifest[name] = published;
  return published;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const weight of ['Regular', 'SemiBold'])
  publish(`FiraSans-${weight}.woff2`, readFileSync(join(kern, `fonts/fira-sans/FiraSans-${weight}.woff2`)));
const withFonts = (css: string) =>
  css.replace(/fonts\/fira-sans\/(FiraSans-\w+\.woff2)/g, (_match, font: string) => manifest[font] ?? font);
publish(
  'portal.css',
  readFileSync(join(kern, 'kern.min.css'), 'utf8') +
    withFonts(readFileSync(fromRoot('public/portal.css'), 'utf8')),
);
for (const name of ['desk.css', 'portal.js', 'icon.svg'])
  publish(name, readFileSync(fromRoot(`public/${name}`)));
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest));
