import assert from 'node:assert/strict';
import { DECISIONS, type Decision } from '../../src/accreditation/index.js';
import { isReason, reasonsFor } from '../../src/decisions/reasons.js';
import { translator } from '../../src/platform/i18n.js';

describe('the catalogue of reasons', () => {
  it('has a label, an explanation and a sentence for the letter in both languages', () => {
    for (const lang of ['de', 'en'] as const) {
      const t = translator(lang);
      for (const decision of DECISIONS) {
        for (const reason of reasonsFor(decision)) {
          for (const part of ['label', 'hint', 'text'])
            assert.ok(t(`decisions:reasons.${decision}.${reason}.${part}`));
        }
      }
    }
  });

  const FITTING: [Decision, string][] = [
    ['reject', 'no_proof'],
    ['waitlist', 'capacity'],
    ['enquire', 'card_unreadable'],
    ['revoke', 'security'],
    ['approve_limited', 'no_camera'],
  ];
  for (const [decision, reason] of FITTING) {
    it(`offers ${reason} for ${decision}`, () => assert.ok(isReason(decision, reason)));
  }

  it('refuses everything else', () => {
    assert.ok(!isReason('reject', 'house_rules'));
    assert.ok(!isReason('approve', 'no_proof'));
    assert.ok(!isReason('reject', ''));
  });
});
