import assert from 'node:assert/strict';
import type { Request } from 'express';
import { readAccreditation } from '../../src/accreditation/accreditation-form.js';
import { readListed } from '../../src/accreditation/listed-form.js';
import { aFilledForm } from '../support/factories.js';

const LISTED = { ...aFilledForm(), proofKind: 'not_recorded', imprintUrl: '', privacyNotice: '' };
const required = { year: 2024, listed: { phone: 'required' } } as const;
const optional = { year: 2024, listed: { phone: 'optional' } } as const;

async function wrongFields(
  changes: Record<string, string>,
  rules: typeof required | typeof optional = required,
): Promise<string[]> {
  const result = await readListed({ ...LISTED, ...changes }, rules);
  return result.ok ? [] : result.errors.map(({ field }) => field);
}

describe('a row of a list under the rules of the form', () => {
  it('needs no ticked notice, and may say that no proof is recorded', async () => {
    const result = await readListed(LISTED, required);
    assert.ok(result.ok);
    assert.equal(result.input.proofKind, 'not_recorded');
  });

  it('is otherwise refused as everybody is', async () => {
    assert.deepEqual(await wrongFields({ email: 'nonsense' }), ['email']);
    assert.deepEqual(await wrongFields({ lastName: '', outletType: 'dove' }), ['lastName', 'outletType']);
    assert.deepEqual(await wrongFields({ proofKind: 'charm' }), ['proofKind']);
    assert.deepEqual(await wrongFields({ proofKind: 'press_card', pressCardNumber: '12' }), [
      ...['pressCardIssuer', 'pressCardYear'],
    ]);
  });

  it('of an earlier event may lack the phone, but holds no wrong one', async () => {
    assert.deepEqual(await wrongFields({ phone: '' }), ['phone']);
    assert.deepEqual(await wrongFields({ phone: '' }, optional), []);
    assert.deepEqual(await wrongFields({ phone: '12' }, optional), ['phone']);
    const result = await readListed({ ...LISTED, phone: '' }, optional);
    assert.ok(result.ok);
    assert.equal(result.input.phone, '');
  });

  it('leaves the form for everybody as it is: there a proof has to be chosen', async () => {
    const body = { ...aFilledForm(), proofKind: 'not_recorded' };
    const rules = { year: 2024, slots: [], file: { ok: true, upload: undefined } } as const;
    const result = await readAccreditation({ body } as unknown as Request, rules);
    assert.ok(!result.ok);
    assert.deepEqual(
      result.errors.map(({ field }) => field),
      ['proofKind'],
    );
  });
});
