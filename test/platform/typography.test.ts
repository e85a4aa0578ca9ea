import assert from 'node:assert/strict';
import { addressPieces, withFirmHyphens } from '../../src/platform/typography.js';

describe('typesetting', () => {
  it('keeps a single letter with the word behind its hyphen', () => {
    assert.equal(
      withFirmHyphens('3. E-Government-Kongress, O-Ton'),
      '3. E\u2011Government-Kongress, O\u2011Ton',
    );
  });

  it('leaves other hyphens alone', () => {
    assert.equal(withFirmHyphens('Open-Source-Software, DE-Mail, 1-2'), 'Open-Source-Software, DE-Mail, 1-2');
  });

  it('lets addresses break after their signs, and no number or date', () => {
    const cases: [string, string[]][] = [
      ['jana.muster@ilm-bote.example', ['jana.', 'muster@', 'ilm-', 'bote.', 'example']],
      ['https://bote.example/seite', ['https://', 'bote.', 'example/', 'seite']],
      ['10. Oktober 2024, 10.10.2024, 1/2', ['10. Oktober 2024, 10.10.2024, 1/2']],
      ['', ['']],
    ];
    for (const [text, pieces] of cases) assert.deepEqual(addressPieces(text), pieces);
  });
});
