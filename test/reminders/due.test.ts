import assert from 'node:assert/strict';
import {
  enquiryReminderAt,
  isEnquiryReminderDue,
  isPromiseNear,
  isVisitReminderDue,
} from '../../src/reminders/due.js';

/** Berlin is two hours ahead of UTC in October 2024, until the 27th. */
const berlin = (text: string) => new Date(`2024-10-${text}:00+02:00`);

describe('when a reminder is due', () => {
  for (const [name, asked, due, expected] of [
    ['in the morning two days before', '07T10:00', '17T23:59', '15T08:00'],
    ['after half of the time where that is later', '10T10:00', '12T10:00', '11T10:00'],
    ['half of an afternoon', '10T12:00', '10T18:00', '10T15:00'],
  ] as const) {
    it(`an answer: ${name}`, () => {
      const at = enquiryReminderAt({ askedAt: berlin(asked), dueAt: berlin(due) });
      assert.deepEqual(at, berlin(expected));
    });
  }

  const asked = { askedAt: berlin('07T10:00'), dueAt: berlin('17T23:59') };
  const hasty = { askedAt: berlin('10T20:00'), dueAt: berlin('11T02:00') };
  for (const [name, enquiry, now, expected] of [
    ['not before its time', asked, '15T07:59', false],
    ['from then on', asked, '15T08:00', true],
    ['not at night', asked, '15T20:00', false],
    ['not before the morning', asked, '16T07:59', false],
    ['still the next day, when the portal stood still', asked, '16T08:00', true],
    ['not when it is over', asked, '17T23:59', false],
    ['at night where the morning would be too late', hasty, '10T23:30', true],
    ['early where the morning would be too late', hasty, '11T01:00', true],
  ] as const) {
    it(`an answer: ${name}`, () => assert.equal(isEnquiryReminderDue(enquiry, berlin(now)), expected));
  }

  for (const [now, expected] of [
    ['21T07:59', false],
    ['21T08:00', true],
    ['21T20:00', false],
    ['24T08:30', true],
    ['24T09:15', false],
  ] as const) {
    it(`an event on 24 October at 9.15: ${expected ? 'yes' : 'no'} on ${now}`, () => {
      assert.equal(isVisitReminderDue({ startsAt: berlin('24T09:15') }, berlin(now)), expected);
    });
  }

  const event = { answerBy: berlin('23T12:00'), endsAt: berlin('24T17:00') };
  for (const [now, expected] of [
    ['20T23:59', false],
    ['21T06:59', false],
    ['21T07:00', true],
    ['24T16:00', true],
    ['24T17:00', false],
  ] as const) {
    it(`an answer promised by 23 October: ${expected ? 'near' : 'not'} on ${now}`, () => {
      assert.equal(isPromiseNear(event, berlin(now)), expected);
    });
  }
});
