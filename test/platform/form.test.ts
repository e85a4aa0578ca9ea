import assert from 'node:assert/strict';
import type { Request } from 'express';
import { body } from 'express-validator';
import { enteredOf, errorAt, listOf, readForm, showErrors, textOf } from '../../src/platform/form.js';
import { translator } from '../../src/platform/i18n.js';

const sent = (fields: Record<string, unknown>) => ({ body: fields }) as Request;
const chains = () => [
  body('name').trim().notEmpty().withMessage('errors:notFound'),
  body('slots[]').optional(),
];

describe('a form', () => {
  it('hands out the checked values and nothing else', async () => {
    const form = await readForm(sent({ name: ' Nguyễn ', formToken: 'x', isAdmin: 'yes' }), chains());
    assert.deepEqual(form, { ok: true, input: { name: 'Nguyễn' } });
  });

  it('counts the last value of a field sent twice', async () => {
    const form = await readForm(sent({ name: ['Erste', 'Letzte'] }), chains());
    assert.deepEqual(form.ok && form.input, { name: 'Letzte' });
  });

  it('keeps every value of a list, also when there is one', () => {
    assert.deepEqual(listOf(enteredOf(sent({ 'slots[]': ['a', 'b'] })), 'slots[]'), ['a', 'b']);
    assert.deepEqual(listOf(enteredOf(sent({ 'slots[]': 'a' })), 'slots[]'), ['a']);
    assert.deepEqual(listOf(enteredOf(sent({})), 'slots[]'), []);
  });

  it('gives back everything typed when a field is wrong, with one message per field', async () => {
    const form = await readForm(sent({ name: '  ', note: 'bleibt stehen' }), chains());
    assert.ok(!form.ok);
    assert.equal(textOf(form.entered, 'note'), 'bleibt stehen');
    assert.deepEqual(form.errors, [{ field: 'name', message: 'errors:notFound' }]);
  });

  it('says the message in the person’s language, at the field', async () => {
    const form = await readForm(sent({}), chains());
    assert.ok(!form.ok);
    const shown = showErrors(translator('en'), form.errors);
    assert.match(errorAt(shown, 'name'), /address may be incomplete/);
    assert.equal(errorAt(shown, 'note'), '');
  });

  it('bears a request without any body', async () => {
    const form = await readForm({} as Request, chains());
    assert.equal(form.ok, false);
  });

  it('lets nothing through that is neither text nor a list of texts', () => {
    assert.deepEqual(enteredOf(sent({ name: { $ne: '' }, other: 'text' })), { other: 'text' });
  });
});
