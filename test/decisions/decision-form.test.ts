import assert from 'node:assert/strict';
import { usualDueDay } from '../../src/decisions/decision-form.js';

const answerBy = new Date('2024-10-23T10:00:00Z');

describe('the day an answer is usually asked for', () => {
  const DAYS: [string, string, string][] = [
    ['is in three days', '2024-10-08T07:00:00Z', '2024-10-11'],
    ['is Monday instead of Saturday', '2024-10-09T07:00:00Z', '2024-10-14'],
    ['is Monday instead of Sunday', '2024-10-10T07:00:00Z', '2024-10-14'],
    ['is the promised answer date where that comes first', '2024-10-21T07:00:00Z', '2024-10-23'],
    ['looks no further back than now', '2024-10-28T08:00:00Z', '2024-10-31'],
  ];
  for (const [name, now, day] of DAYS)
    it(name, () => assert.equal(usualDueDay(answerBy, new Date(now)), day));
});
