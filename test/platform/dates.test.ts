import assert from 'node:assert/strict';
import {
  addDays,
  daysBetween,
  formatBeginning,
  formatDate,
  formatDateTime,
  formatDay,
  formatShortDate,
  formatTime,
  formatTimeRange,
  parseLocalTime,
  toDay,
  toFieldValue,
  toIsoLocal,
  toRfc3339,
  yearOf,
} from '../../src/platform/dates.js';

const morning = new Date('2024-10-24T07:15:00Z');

describe('dates on screen', () => {
  it('are German and English', () => {
    assert.equal(formatDate('de', morning), '24.\u00A0Oktober 2024');
    assert.equal(formatDate('en', morning), '24\u00A0October 2024');
    assert.match(formatDay('de', morning), /^Donnerstag, 24\.\u00A0Oktober 2024$/);
    assert.match(formatDay('en', morning), /^Thursday,? 24\u00A0October 2024$/);
    assert.equal(formatShortDate('de', morning), '24.10.2024');
    assert.equal(formatShortDate('en', new Date('2024-10-06T07:15:00Z')), '6\u00A0Oct 2024');
  });

  it('say the hour as people do, and keep "Uhr" with it', () => {
    assert.equal(formatTime('de', morning), '9:15\u00A0Uhr');
    assert.equal(formatTime('en', morning), '9:15');
    assert.equal(formatDateTime('de', morning), '24.\u00A0Oktober 2024, 9:15\u00A0Uhr');
  });

  it('say midnight as 0:00', () => {
    assert.equal(formatTime('de', new Date('2024-09-30T22:00:00Z')), '0:00\u00A0Uhr');
    assert.equal(formatTime('en', new Date('2024-09-30T22:05:00Z')), '0:05');
  });

  it('leave midnight out where something begins', () => {
    const midnight = new Date('2024-09-30T22:00:00Z');
    assert.equal(formatBeginning('de', midnight), '1.\u00A0Oktober 2024');
    assert.equal(formatBeginning('en', midnight, formatDay), 'Tuesday, 1\u00A0October 2024');
    assert.equal(formatBeginning('de', morning), '24.\u00A0Oktober 2024, 9:15\u00A0Uhr');
  });

  it('name the day of a range once when it ends on the same', () => {
    const end = new Date('2024-10-24T08:45:00Z');
    assert.equal(formatTimeRange('de', morning, end), '9:15\u00A0–\u2060\u00A010:45\u00A0Uhr');
    assert.equal(formatTimeRange('en', morning, end), '9:15\u00A0–\u2060\u00A010:45');
    assert.equal(
      formatTimeRange('de', morning, addDays(end, 1)),
      '24.\u00A0Oktober 2024, 9:15\u00A0Uhr – 25.\u00A0Oktober 2024, 10:45\u00A0Uhr',
    );
  });

  it('are those of Berlin, also around midnight and New Year', () => {
    assert.equal(toDay(new Date('2024-10-23T22:30:00Z')), '2024-10-24');
    assert.equal(yearOf(new Date('2024-12-31T23:30:00Z')), 2025);
  });
});

describe('the night clocks go back (27 October 2024)', () => {
  const first = new Date('2024-10-27T00:30:00Z');
  const second = new Date('2024-10-27T01:30:00Z');

  it('has 2:30 twice, with the offset to tell them apart', () => {
    assert.equal(toFieldValue(first), '2024-10-27T02:30');
    assert.equal(toFieldValue(second), '2024-10-27T02:30');
    assert.equal(toIsoLocal(first), '2024-10-27T02:30+02:00');
    assert.equal(toIsoLocal(second), '2024-10-27T02:30+01:00');
    assert.equal(toRfc3339(new Date(second.getTime() + 7_000)), '2024-10-27T02:30:07+01:00');
  });

  it('asks which of the two is meant', () => {
    assert.deepEqual(parseLocalTime('2024-10-27T02:30'), { ok: false, problem: 'ambiguous' });
    assert.deepEqual(parseLocalTime('2024-10-27T02:00'), { ok: false, problem: 'ambiguous' });
    assert.deepEqual(parseLocalTime('2024-10-27T02:30', '+05:00'), { ok: false, problem: 'ambiguous' });
  });

  it('takes the one that was chosen', () => {
    assert.deepEqual(parseLocalTime('2024-10-27T02:30', '+02:00'), { ok: true, date: first });
    assert.deepEqual(parseLocalTime('2024-10-27T02:30', '+01:00'), { ok: true, date: second });
  });

  it('has the hours before and after once', () => {
    assert.equal(parseLocalTime('2024-10-27T01:59').ok, true);
    assert.deepEqual(parseLocalTime('2024-10-27T03:00'), {
      ok: true,
      date: new Date('2024-10-27T02:00:00Z'),
    });
  });
});

describe('the night clocks go forward (31 March 2024)', () => {
  it('has no 2:30', () => {
    assert.deepEqual(parseLocalTime('2024-03-31T02:30'), { ok: false, problem: 'skipped' });
    assert.deepEqual(parseLocalTime('2024-03-31T02:30', '+02:00'), { ok: false, problem: 'skipped' });
  });

  it('has the minutes around it', () => {
    assert.deepEqual(parseLocalTime('2024-03-31T01:59'), {
      ok: true,
      date: new Date('2024-03-31T00:59:00Z'),
    });
    assert.deepEqual(parseLocalTime('2024-03-31T03:00'), {
      ok: true,
      date: new Date('2024-03-31T01:00:00Z'),
    });
  });
});

describe('a local time', () => {
  for (const text of ['', 'morgen', '2024-13-01T10:00', '2024-10-24T25:00']) {
    it(`cannot be "${text}"`, () =>
      assert.deepEqual(parseLocalTime(text), { ok: false, problem: 'invalid' }));
  }
});

describe('counting days', () => {
  it('keeps the local time when the offset changes', () => {
    assert.equal(toIsoLocal(addDays(morning, 7)), '2024-10-31T09:15+01:00');
    assert.equal(toIsoLocal(addDays(morning, -300)), '2023-12-29T09:15+01:00');
  });

  it('counts calendar days in Berlin, not hours', () => {
    assert.equal(daysBetween(new Date('2024-10-10T21:59:00Z'), new Date('2024-10-10T22:01:00Z')), 1);
    assert.equal(daysBetween(new Date('2024-10-10T07:00:00Z'), new Date('2024-10-22T16:00:00Z')), 12);
    assert.equal(daysBetween(morning, morning), 0);
    assert.equal(daysBetween(new Date('2024-10-26T12:00:00Z'), new Date('2024-10-28T12:00:00Z')), 2);
    assert.equal(daysBetween(morning, new Date('2024-10-23T07:15:00Z')), -1);
  });
});
