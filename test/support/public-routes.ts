/** The addresses that everybody may ask for, read from the portal itself, so that no test can forget a new one. */
import type { Express } from 'express';

/** Where routers are mounted; a mount that is not named here shows up as `??`. */
const MOUNTS: Record<string, string> = {
  '/media': '/media',
  '/de': '/L',
  '/en': '/L',
  '/staff': '/staff',
  '/assets': '/assets',
  '/accreditation/x': '/accreditation/:token',
};

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
  slash: boolean;
  match(path: string): boolean;
}

/** As the features write them: `/L/press/:year/:file`, `L` for both languages; the desk is not among them. */
export function publicRoutes(app: Express): string[] {
  const found = new Set<string>();
  const walk = (stack: Layer[], prefix: string): void => {
    for (const layer of stack) {
      if (layer.route?.methods.get) for (const path of [layer.route.path].flat()) found.add(prefix + path);
      if (layer.handle.stack && !layer.route) walk(layer.handle.stack, prefix + mountOf(layer));
    }
  };
  walk((app.router as unknown as { stack: Layer[] }).stack, '');
  return [...found].filter((path) => !path.startsWith('/staff')).sort();
}

function mountOf(layer: Layer): string {
  if (layer.slash) return '';
  const place = Object.keys(MOUNTS).find((path) => layer.match(path));
  return place === undefined ? '??' : MOUNTS[place]!;
}
