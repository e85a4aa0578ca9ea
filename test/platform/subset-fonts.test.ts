import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fromRoot } from '../../src/platform/paths.js';
import { fontFacesIn } from '../../src/platform/subset-fonts.js';

describe('the fonts', () => {
  const faces = fontFacesIn(readFileSync(fromRoot('public/portal.css'), 'utf8'));
  const covers = (file: string, character: string) => {
    const code = character.codePointAt(0)!;
    const face = faces.find((candidate) => candidate.file === file);
    return Boolean(face?.ranges.some(([first, last]) => code >= first && code <= last));
  };

  it('are two weights in two parts', () => {
    assert.deepEqual(
      faces.map(({ file }) => file),
      [
        'FiraSans-Regular-latin.woff2',
        'FiraSans-Regular-latin-ext.woff2',
        'FiraSans-SemiBold-latin.woff2',
        'FiraSans-SemiBold-latin-ext.woff2',
      ],
    );
  });

  it('set German and English with the first part alone', () => {
    const written = ['de', 'en'].flatMap((lang) =>
      ['site', 'layout', 'errors', 'labels'].map((name) =>
        readFileSync(fromRoot(`src/locales/${lang}/${name}.json`), 'utf8'),
      ),
    );
    const outside = [...new Set(written.join(''))].filter(
      (character) => character !== '\n' && !covers('FiraSans-Regular-latin.woff2', character),
    );
    assert.deepEqual(outside, []);
  });

  it('have European and Vietnamese names in the second part', () => {
    for (const character of 'ąčđęğłňőřşţžƒơưạễởỹẞ')
      assert.ok(covers('FiraSans-Regular-latin-ext.woff2', character), character);
  });

  it('have each character in one part only', () => {
    for (let code = 0x20; code < 0x2300; code += 1) {
      const character = String.fromCodePoint(code);
      const both = ['latin', 'latin-ext'].filter((part) =>
        covers(`FiraSans-Regular-${part}.woff2`, character),
      );
      assert.ok(both.length < 2, `U+${code.toString(16)}`);
    }
  });

  it('are not cut without a range, and a broken range is told', () => {
    assert.deepEqual(fontFacesIn('@font-face { src: url("a.woff2"); }'), []);
    assert.throws(() => fontFacesIn('@font-face { src: url("a.woff2"); unicode-range: all; }'), /all/);
  });
});
