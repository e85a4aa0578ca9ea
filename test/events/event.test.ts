import assert from 'node:assert/strict';
import { accreditationPhase, isOnEventDay } from '../../src/events/event.js';

const event = {
  accreditationOpensAt: new Date('2024-10-01T00:00:00+02:00'),
  accreditationClosesAt: new Date('2024-10-22T18:00:00+02:00'),
};

describe('accreditation', () => {
  for (const [moment, phase] of [
    ['2024-09-30T23:59:59.999+02:00', 'upcoming'],
    ['2024-10-01T00:00:00+02:00', 'open'],
    ['2024-10-22T17:59:59.999+02:00', 'open'],
    ['2024-10-22T18:00:00+02:00', 'closed'],
  ] as const) {
    it(`is ${phase} at ${moment}`, () => assert.equal(accreditationPhase(event, new Date(moment)), phase));
  }

  it('is closed for an archived event, whatever its dates say', () => {
    const archived = { ...event, state: 'archived' as const };
    assert.equal(accreditationPhase(archived, new Date('2024-10-10T09:00:00+02:00')), 'closed');
  });
});

describe('the days of an event', () => {
  const days = {
    startsAt: new Date('2024-10-24T09:15:00+02:00'),
    endsAt: new Date('2024-10-25T16:00:00+02:00'),
  };

  it('reach from midnight to midnight in Berlin', () => {
    assert.equal(isOnEventDay(days, new Date('2024-10-24T00:00:00+02:00')), true);
    assert.equal(isOnEventDay(days, new Date('2024-10-25T23:59:00+02:00')), true);
    assert.equal(isOnEventDay(days, new Date('2024-10-23T23:59:00+02:00')), false);
    assert.equal(isOnEventDay(days, new Date('2024-10-26T00:00:00+02:00')), false);
  });
});
