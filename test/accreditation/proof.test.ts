import assert from 'node:assert/strict';
import { proofFileErrors, withChosenProof } from '../../src/accreditation/proof.js';
import type { UploadResult } from '../../src/platform/uploads.js';
import { aPdf, aRequestInput } from '../support/factories.js';

const file: UploadResult = {
  ok: true,
  upload: { originalName: 'a.pdf', kind: 'application/pdf', content: aPdf() },
};
const nothing: UploadResult = { ok: true, upload: undefined };
const tooBig: UploadResult = { ok: false, status: 413, reason: 'tooBig', originalName: 'a.pdf' };
const cut: UploadResult = { ok: false, status: 400, reason: 'cut', originalName: '' };
const keysOf = (...given: Parameters<typeof proofFileErrors>) =>
  proofFileErrors(...given).map(({ message }) => (typeof message === 'string' ? message : message.key));

describe('the proof', () => {
  it('keeps only what belongs to the chosen one', () => {
    const all = {
      pressCardIssuer: 'djv',
      pressCardNumber: '1',
      pressCardYear: '2024',
      sampleUrl1: 'https://a.example',
      sampleUrl2: 'https://b.example',
      imprintUrl: 'https://c.example',
    };
    const keptFor = (proofKind: 'press_card' | 'assignment' | 'samples' | 'imprint') => {
      const kept = withChosenProof(aRequestInput({ ...all, proofKind }));
      return Object.keys(all).filter((field) => kept[field as keyof typeof all] !== '');
    };
    assert.deepEqual(keptFor('press_card'), ['pressCardIssuer', 'pressCardNumber', 'pressCardYear']);
    assert.deepEqual(keptFor('assignment'), []);
    assert.deepEqual(keptFor('samples'), ['sampleUrl1', 'sampleUrl2']);
    assert.deepEqual(keptFor('imprint'), ['imprintUrl']);
  });

  it('is a file for an assignment letter, and may be one for a press card', () => {
    assert.deepEqual(keysOf('assignment', nothing), ['accreditation:errors.file.missing']);
    assert.deepEqual(keysOf('assignment', nothing, { kept: true }), []);
    assert.deepEqual(keysOf('assignment', file), []);
    assert.deepEqual(keysOf('press_card', nothing), []);
    assert.deepEqual(keysOf('press_card', tooBig), ['accreditation:errors.file.tooBig']);
  });

  it('asks for the same file again when something else was wrong', () => {
    assert.deepEqual(keysOf('press_card', file, { again: true }), ['accreditation:errors.file.again']);
  });

  it('does not mind a file where links are the proof, but says when the form broke off', () => {
    assert.deepEqual(keysOf('samples', tooBig), []);
    assert.deepEqual(keysOf('samples', cut), ['accreditation:errors.file.cutUnnamed']);
  });
});
