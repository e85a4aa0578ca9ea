import assert from 'node:assert/strict';
import { makeVisit } from '../../src/badges/visit-ics.js';
import { anApplicant } from '../support/applicant.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('the calendar entry of an approved person', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  const unfolded = (content: Buffer) => content.toString().replace(/\r\n[ \t]/g, '');

  it('starts at the entrance for press and says reference, way and contact', async () => {
    const applicant = await anApplicant(portal, { state: 'approved' });
    const { content, contentType, filename } = makeVisit(portal, applicant, 'de');
    const text = unfolded(content);
    assert.match(text, /DTSTART:20241024T063000Z/);
    assert.match(text, /DTEND:20241024T150000Z/);
    assert.match(text, new RegExp(`DESCRIPTION:.*${applicant.request.reference}`));
    assert.match(text, /DESCRIPTION:.*Eingang Nord\..*presse@ministerium\.example/);
    assert.match(text, /LOCATION:Erfurt\\, Musterhalle/);
    assert.equal(contentType, 'text/calendar; charset=utf-8');
    assert.equal(filename, `${applicant.request.reference}.ics`);
  });

  it('is the same entry in every copy, and speaks English when asked to', async () => {
    const applicant = await anApplicant(portal, { state: 'approved' });
    const uid = (lang: 'de' | 'en') =>
      /UID:.*/.exec(unfolded(makeVisit(portal, applicant, lang).content))?.[0];
    assert.equal(uid('de'), uid('en'));
    assert.match(
      unfolded(makeVisit(portal, applicant, 'en').content),
      /SUMMARY:Example congress \(accredited/,
    );
  });
});
