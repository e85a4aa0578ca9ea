import assert from 'node:assert/strict';
import type { Request } from 'express';
import { type FormRules, readAccreditation } from '../../src/accreditation/accreditation-form.js';
import type { Slot } from '../../src/events/index.js';
import { aFilledForm, aPdf } from '../support/factories.js';

const slots = [7, 9].map((id) => ({ id }) as Slot);
const nothing = { ok: true, upload: undefined } as const;
const file = {
  ok: true,
  upload: { originalName: 'a.pdf', kind: 'application/pdf', content: aPdf() },
} as const;

const read = (fields: Record<string, string | string[]>, rules: Partial<FormRules> = {}) =>
  readAccreditation({ body: aFilledForm(fields) } as unknown as Request, {
    ...{ year: 2024, slots, file: nothing },
    ...rules,
  });

/** The fields that are refused. */
async function refused(fields: Record<string, string | string[]>, rules: Partial<FormRules> = {}) {
  const result = await read(fields, rules);
  return result.ok ? [] : result.errors.map(({ field }) => field);
}

describe('the accreditation form', () => {
  it('takes a complete request and hands over its fields, wishes and file', async () => {
    const result = await read({
      'slots[]': ['9', '9'],
      outletWebsite: 'bote.example',
      note: ' Danke\r\nsehr ',
    });
    assert.ok(result.ok);
    assert.equal(result.input.outletWebsite, 'https://bote.example');
    assert.equal(result.input.note, 'Danke\nsehr');
    assert.deepEqual(result.slotIds, [9]);
    assert.equal('formToken' in result.input, false);
  });

  it('names everything that is missing, from the top of the page to its end', async () => {
    const empty = Object.fromEntries(Object.keys(aFilledForm()).map((field) => [field, '']));
    assert.deepEqual(await refused(empty), [
      ...['lastName', 'firstName', 'email', 'phone', 'outletName', 'outletType', 'workArea', 'proofKind'],
      'privacyNotice',
    ]);
  });

  it('takes names of any script from one letter to 200 characters', async () => {
    for (const lastName of ['李', 'X', 'O’Brien', 'Nguyễn', 'ß'.repeat(200), '𠮷'.repeat(200)])
      assert.deepEqual(await refused({ lastName }), [], lastName);
    for (const lastName of ['', ' ', '123', 'x'.repeat(201)])
      assert.deepEqual(await refused({ lastName }), ['lastName'], lastName);
  });

  it('takes one e-mail address and refuses tricks', async () => {
    for (const email of ['a@b.example', 'jörg@müller.example', ' A@B.EXAMPLE '])
      assert.deepEqual(await refused({ email }), [], email);
    for (const email of [
      'a.b.example',
      'a@b',
      'a@b.example, c@d.example',
      '"x y"@b.example',
      `${'x'.repeat(250)}@b.example`,
    ])
      assert.deepEqual(await refused({ email }), ['email'], email);
  });

  it('turns a line break in an address into nothing a mail server could follow', async () => {
    assert.deepEqual(await refused({ email: 'a@b.example\r\nBcc: c@d.example' }), ['email']);
  });

  it('takes every usual way to write a phone number', async () => {
    for (const phone of ['+49 170 0000000', '(0361) 573-611000', '0361/5736 DW 12', '٠١٢٣٤٥'])
      assert.deepEqual(await refused({ phone }), [], phone);
    for (const phone of ['', '1234', 'ruft mich an', '0'.repeat(41)])
      assert.deepEqual(await refused({ phone }), ['phone'], phone);
  });

  it('wants issuer, number and the year of the event day of a press card, or a copy', async () => {
    const card = {
      proofKind: 'press_card',
      pressCardIssuer: 'djv',
      pressCardNumber: 'T-1',
      pressCardYear: '2024',
    };
    assert.deepEqual(await refused(card), []);
    const none = { proofKind: 'press_card' };
    assert.deepEqual(await refused(none), ['pressCardIssuer', 'pressCardNumber', 'pressCardYear']);
    assert.deepEqual(await refused(none, { file }), []);
    for (const pressCardYear of ['2023', '2025', 'bald', '24'])
      assert.deepEqual(await refused({ ...card, pressCardYear }), ['pressCardYear'], pressCardYear);
    assert.deepEqual(await refused({ ...card, pressCardYear: '2023' }, { file }), [
      'pressCardYear',
      'proofFile',
    ]);
    assert.deepEqual(await refused({ ...card, pressCardIssuer: 'me' }), ['pressCardIssuer']);
  });

  it('wants the letter of the newsroom as a file', async () => {
    assert.deepEqual(await refused({ proofKind: 'assignment' }), ['proofFile']);
    assert.deepEqual(await refused({ proofKind: 'assignment' }, { file }), []);
  });

  it('wants two different links as work samples', async () => {
    const samples = { proofKind: 'samples', sampleUrl1: 'bote.example/1', sampleUrl2: 'bote.example/2' };
    assert.deepEqual(await refused(samples), []);
    assert.deepEqual(await refused({ ...samples, sampleUrl2: '' }), ['sampleUrl2']);
    assert.deepEqual(await refused({ ...samples, sampleUrl2: 'https://bote.example/1' }), ['sampleUrl2']);
    assert.deepEqual(await refused({ ...samples, sampleUrl1: 'javascript:alert(1)' }), ['sampleUrl1']);
  });

  it('wants a link to the imprint, and asks nothing about proofs that were not chosen', async () => {
    assert.deepEqual(await refused({ imprintUrl: '' }), ['imprintUrl']);
    assert.deepEqual(await refused({ pressCardYear: '1999', sampleUrl1: 'x' }), []);
  });

  it('refuses values that no field of the page can send', async () => {
    const wrong = { outletType: 'blog', workArea: 'all', proofKind: 'charm', privacyNotice: 'no' };
    assert.deepEqual(await refused(wrong), Object.keys(wrong));
    assert.deepEqual(await refused({ 'slots[]': ['7', '8'] }), ['slots']);
  });

  it('says how long a text may be', async () => {
    const long = { jobTitle: 'x'.repeat(201), vehiclePlate: 'x'.repeat(21), note: 'x'.repeat(2001) };
    assert.deepEqual(await refused(long), Object.keys(long));
  });

  it('answers with what HTTP calls a file that is too big', async () => {
    const tooBig = { ok: false, status: 413, reason: 'tooBig', originalName: 'a.pdf' } as const;
    const result = await read({ proofKind: 'press_card' }, { file: tooBig });
    assert.ok(!result.ok);
    assert.equal(result.status, 413);
    assert.deepEqual(
      result.errors.map(({ field }) => field),
      ['proofFile'],
    );
  });

  it('asks an edit neither for the address nor for the privacy notice, and keeps the earlier file', async () => {
    const fields = { email: 'nonsense', privacyNotice: '', proofKind: 'assignment' };
    assert.deepEqual(await refused(fields, { edit: { hasFile: true } }), []);
    assert.deepEqual(await refused(fields, { edit: { hasFile: false } }), ['proofFile']);
    const result = await read(fields, { edit: { hasFile: true } });
    assert.ok(result.ok);
    assert.equal('email' in result.input, false);
  });

  it('survives fields that are no texts', async () => {
    const odd = Object.assign(Object.create(null), { a: 'b' });
    assert.deepEqual(await refused({ lastName: odd, note: odd }), ['lastName']);
  });
});
