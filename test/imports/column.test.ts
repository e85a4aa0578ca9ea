import assert from 'node:assert/strict';
import { doubledFields, guessFields, missingFields } from '../../src/imports/column.js';

describe('the columns of a list', () => {
  const cases: [string, string][] = [
    ['Nachname|Vorname|E-Mail|Medium|Telefon', 'lastName|firstName|email|outletName|phone'],
    ['Name|Vorname|Mail-Adresse|Redaktion|Handy', 'lastName|firstName|email|outletName|phone'],
    ['Name|E-Mail-Adresse|Zeitung', 'fullName|email|outletName'],
    ['Last name|First name|E-mail|Outlet|Mobile', 'lastName|firstName|email|outletName|phone'],
    ['Full Name|email address|Media|Phone number', 'fullName|email|outletName|phone'],
    ['Name|Nachname|Vorname', '|lastName|firstName'],
    ['Telefon|Mobil|Lieblingsfarbe|', 'phone|||'],
    [
      'Mediengattung|Tätigkeit|Sprache|Bemerkung|Kfz-Kennzeichen',
      'outletType|workArea|lang|note|vehiclePlate',
    ],
  ];
  for (const [headings, fields] of cases)
    it(`${headings} mean ${fields}`, () =>
      assert.deepEqual(guessFields('requests', headings.split('|')), fields.split('|')));

  it('say how it ended only in the list of an earlier event', () => {
    assert.deepEqual(guessFields('past', ['Ergebnis']), ['outcome']);
    assert.deepEqual(guessFields('requests', ['Ergebnis']), ['']);
  });

  it('name what is missing; a whole name stands for both names, an earlier list needs no phone', () => {
    assert.deepEqual(missingFields('requests', ['fullName', 'email']), ['phone', 'outletName']);
    assert.deepEqual(missingFields('past', ['fullName', 'email']), ['outletName']);
    assert.deepEqual(missingFields('past', ['lastName', 'email', 'outletName']), ['firstName']);
  });

  it('hold each field once', () => {
    assert.deepEqual(doubledFields(['email', '', 'email', '', 'phone']), ['email']);
  });
});
