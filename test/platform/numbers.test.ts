import assert from 'node:assert/strict';
import { formatBytes, formatNumber } from '../../src/platform/numbers.js';

describe('numbers on screen', () => {
  it('are grouped in the manner of the language', () => {
    assert.equal(formatNumber('de', 1626), '1.626');
    assert.equal(formatNumber('en', 1626), '1,626');
  });

  const sizes: [number, string, string][] = [
    [0, '0 Byte', '0 Byte'],
    [999, '999 Byte', '999 Byte'],
    [310_400, '310 kB', '310 kB'],
    [999_499, '999 kB', '999 kB'],
    [999_500, '1 MB', '1 MB'],
    [8_400_000, '8,4 MB', '8.4 MB'],
  ];
  for (const [bytes, german, english] of sizes) {
    it(`shows ${bytes} bytes as ${german}`, () => {
      assert.equal(formatBytes('de', bytes).replace('\u00A0', ' '), german);
      assert.equal(formatBytes('en', bytes).replace('\u00A0', ' '), english);
    });
  }
});
