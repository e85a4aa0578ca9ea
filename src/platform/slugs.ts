/** The last part of an address, made from a title. */

const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** `digitale-verwaltung-waechst`: small letters, digits and single hyphens; empty where the title has none of them. */
export function slugOf(title: string, max: number): string {
  return title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, max)
    .replace(/-$/, '');
}

/** A number follows where somebody has the name already: `logo`, `logo-2`. */
export function untaken(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
