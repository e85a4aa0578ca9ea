import assert from 'node:assert/strict';
import { withFirmHyphens } from '../../src/platform/typography.js';

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
});
