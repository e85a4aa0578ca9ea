import assert from 'node:assert/strict';
import type { Event } from '../../src/events/event.js';
import { eventCalendar } from '../../src/events/event-ics.js';

const same = (text: string) => ({ de: text, en: text });
const event: Event = {
  id: 1,
  slug: 'kongress-2024',
  shortCode: 'K24',
  state: 'published',
  startsAt: new Date('2024-10-24T09:15:00+02:00'),
  endsAt: new Date('2024-10-24T16:00:00+02:00'),
  pressEntryAt: new Date('2024-10-24T08:30:00+02:00'),
  accreditationOpensAt: new Date('2024-10-01T00:00:00+02:00'),
  accreditationClosesAt: new Date('2024-10-22T18:00:00+02:00'),
  answerBy: new Date('2024-10-23T12:00:00+02:00'),
  texts: {
    title: { de: 'Kongress; groß', en: 'Congress' },
    summary: { de: 'Ein Tag, viele Beispiele.', en: 'A day.' },
    place: same('Erfurt'),
    directions: same('Geheimer Eingang'),
    allocationRule: same(''),
    organiser: same('Musterministerium'),
    contactName: same('Presse'),
  },
  programmeUrl: undefined,
  contactEmail: 'presse@a.example',
  contactPhone: '',
  undoDelayMinutes: 5,
  fourEyes: false,
  releaseApproval: false,
  version: 3,
  updatedAt: new Date('2024-10-08T10:00:00Z'),
};
/** Long lines are folded (RFC 5545, 3.1). */
const linesOf = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('the calendar file of an event', () => {
  const lines = linesOf(eventCalendar('de', event, 'https://press.example'));

  it('has the times in UTC', () => {
    assert.ok(lines.includes('DTSTART:20241024T071500Z'));
    assert.ok(lines.includes('DTEND:20241024T140000Z'));
  });

  it('replaces an earlier copy in a calendar', () => {
    assert.ok(lines.includes('UID:kongress-2024@press.example'));
    assert.ok(lines.includes('SEQUENCE:3'));
    assert.ok(lines.includes('DTSTAMP:20241008T100000Z'));
    assert.equal(
      eventCalendar('de', event, 'https://press.example'),
      eventCalendar('de', event, 'https://press.example'),
    );
  });

  it('speaks the language of its page', () => {
    assert.ok(lines.includes('SUMMARY:Kongress\\; groß'));
    assert.ok(lines.some((line) => line.includes('Einlass für die Presse: ab 8:30\u00A0Uhr')));
    const english = linesOf(eventCalendar('en', event, 'https://press.example'));
    assert.ok(english.includes('SUMMARY:Congress'));
    assert.ok(
      english.some(
        (line) => line.startsWith('URL') && line.endsWith('https://press.example/en/events/kongress-2024'),
      ),
    );
  });

  it('keeps the way to the press entrance for those who are approved', () => {
    assert.ok(!lines.some((line) => line.includes('Geheimer')));
  });
});
