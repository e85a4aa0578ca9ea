/** Addresses of style sheets, scripts and fonts; the content's hash in the address lets browsers keep them for good. */
import { existsSync, readFileSync } from 'node:fs';
import { fromBuild } from './paths.js';

const manifest: Record<string, string> = existsSync(fromBuild('public/manifest.json'))
  ? JSON.parse(readFileSync(fromBuild('public/manifest.json'), 'utf8'))
  : {};

export function assetPath(name: string): string {
  return `/assets/${manifest[name] ?? name}`;
}
