import assert from 'node:assert/strict';
import { confirmBy, standingOf } from '../../src/application/confirmation.js';

const createdAt = new Date('2024-10-10T07:00:00Z');
const waiting = { state: 'unconfirmed', createdAt, confirmedAt: undefined, linkVersion: 1 } as const;
const hoursLater = (hours: number) => new Date(createdAt.getTime() + hours * 3600_000);

describe('confirming the address', () => {
  it('has 48 hours', () => {
    assert.deepEqual(confirmBy(waiting), new Date('2024-10-12T07:00:00Z'));
  });

  it('knows what a link is still good for', () => {
    const confirmed = { ...waiting, state: 'received', confirmedAt: hoursLater(1) } as const;
    const cases = [
      [standingOf(waiting, 1, hoursLater(0)), 'open'],
      [standingOf(waiting, 1, new Date(hoursLater(48).getTime() - 1)), 'open'],
      [standingOf(waiting, 1, hoursLater(48)), 'over'],
      [standingOf(waiting, 2, hoursLater(1)), 'replaced'],
      [standingOf({ ...waiting, state: 'expired' }, 1, hoursLater(1)), 'over'],
      [standingOf({ ...waiting, state: 'withdrawn' }, 1, hoursLater(1)), 'over'],
      [standingOf(confirmed, 1, hoursLater(100)), 'done'],
      [standingOf({ ...confirmed, linkVersion: 2 }, 1, hoursLater(2)), 'replaced'],
      [standingOf(undefined, 1, hoursLater(1)), 'over'],
    ];
    assert.deepEqual(
      cases.map(([is]) => is),
      cases.map(([, wanted]) => wanted),
    );
  });
});
