import assert from 'node:assert/strict';
import type { Field } from '../../src/imports/column.js';
import type { Matching } from '../../src/imports/import.js';
import { codeOf, splitName, toEntry } from '../../src/imports/value.js';

describe('a name in one column', () => {
  const cases: [string, string, string][] = [
    ['Mara Musterfeld', 'Mara', 'Musterfeld'],
    ['Musterfeld, Mara', 'Mara', 'Musterfeld'],
    ['Mara von der Musterfeld', 'Mara', 'von der Musterfeld'],
    ['Frau  Mara   Musterfeld', 'Mara', 'Musterfeld'],
    ['Dr. Karl Heinz Beispiel-Muster', 'Dr. Karl Heinz', 'Beispiel-Muster'],
    ['von Musterfeld', 'von', 'Musterfeld'],
    ['Musterfeld', '', 'Musterfeld'],
    ['', '', ''],
  ];
  for (const [text, firstName, lastName] of cases)
    it(`“${text}” is ${lastName}, ${firstName}`, () =>
      assert.deepEqual(splitName(text), { firstName, lastName }));
});

describe('a row of a list', () => {
  const all: Omit<Matching, 'fields'> = {
    ...{ outletType: 'print', workArea: 'text', lang: 'de', outcome: 'approved', letters: true },
  };
  const entry = (row: Partial<Record<Field, string>>) =>
    toEntry(Object.values(row), { ...all, fields: Object.keys(row) as Field[] });

  it('says kinds in words, and leaves what nobody knows to the rules', () => {
    assert.equal(codeOf('outletType', 'Hörfunk'), 'radio');
    assert.equal(codeOf('workArea', 'Kamera'), 'camera');
    assert.equal(codeOf('outcome', 'Nein'), 'rejected');
    assert.equal(codeOf('outletType', 'Brieftaube'), 'Brieftaube');
  });

  it('takes what counts for all where its own cell is empty', () => {
    const { fields, lang, outcome } = entry({
      outletType: '',
      workArea: 'Foto',
      lang: 'englisch',
      outcome: '',
    });
    assert.deepEqual(
      [fields.outletType, fields.workArea, lang, outcome],
      ['print', 'photo', 'en', 'approved'],
    );
    assert.equal(entry({ outcome: 'vielleicht' }).outcome, undefined);
  });

  it('names the proof that it holds, and else none', () => {
    assert.equal(entry({ email: 'a@b.example' }).fields.proofKind, 'not_recorded');
    assert.equal(entry({ imprintUrl: 'bote.example' }).fields.proofKind, 'imprint');
    const card = entry({ pressCardNumber: '4711', pressCardIssuer: 'Verband der Tauben' }).fields;
    assert.deepEqual([card.proofKind, card.pressCardIssuer], ['press_card', 'other']);
  });

  it('gets the mark taken off that kept a spreadsheet from running it', () => {
    assert.equal(entry({ phone: "'+49 361 1" }).fields.phone, '+49 361 1');
    assert.equal(entry({ note: "'s Wirtshaus" }).fields.note, "'s Wirtshaus");
  });
});
