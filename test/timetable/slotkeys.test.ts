import assert from 'node:assert/strict';
import { slotKey } from '../../src/timetable/slotkeys.js';

describe('the key of a press slot', () => {
  it('tells kind and title in plain letters', () => {
    assert.equal(slotKey('interview', 'Dr. Änne Größe, é!', []), 'interview-dr-aenne-groesse-e');
    assert.equal(slotKey('photo_call', 'Aufstellung', []), 'photo-aufstellung');
  });

  it('gets a number where the event has it already', () => {
    assert.equal(slotKey('pool', 'Saal', ['pool-saal', 'pool-saal-2']), 'pool-saal-3');
  });

  it('is the kind alone for a title without Latin letters', () => {
    assert.equal(slotKey('pool', '李', []), 'pool');
  });
});
