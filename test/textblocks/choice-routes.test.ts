import assert from 'node:assert/strict';
import { type AccreditationRequest, findRequest, listMessages } from '../../src/accreditation/index.js';
import { aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('an enquiry from text blocks', () => {
  let portal: TestPortal;
  let desk: Awaited<ReturnType<typeof signInAs>>;
  before(async () => {
    portal = await openPortal();
    desk = await signInAs(portal, 'reviewer');
  });
  after(() => portal.close());

  const pageOf = ({ reference }: AccreditationRequest) => `/staff/requests/${reference}/decide/enquire`;
  const blockId = async (key: string): Promise<string> =>
    String((await portal.db('text_blocks').where({ key }).first()).id);

  it('offers the blocks in the language of the reviewer, with the words the applicant will read', async () => {
    const { text } = await desk.visit(pageOf(await aRequest(portal, { lang: 'en' })));
    assert.match(text, /Ausweiskopie ist nicht lesbar/);
    assert.match(text, /lang="en">We cannot read the copy of your press card\./);
    assert.doesNotMatch(text, /name="reason"/);
  });

  it('moves what was ticked into the text and the letter; the page sent again doubles nothing', async () => {
    const request = await aRequest(portal);
    const blocks = [await blockId('card_unreadable'), await blockId('assignment_missing')];
    const preview = await desk.send(pageOf(request), { 'blocks[]': blocks, text: 'Vielen Dank!' });
    assert.equal(preview.status, 200);
    const typed = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(preview.text)?.[1] ?? '';
    assert.match(
      typed,
      /^Die Kopie Ihres[\s\S]*\n\nBitte senden Sie uns ein Schreiben[\s\S]*\n\nVielen Dank!$/,
    );
    assert.match(preview.text, /class="desk-lines">Bitte senden Sie uns ein Schreiben Ihrer Redaktion/);
    assert.equal(preview.text.match(/steht im Text/g)?.length, 2);
    assert.doesNotMatch(preview.text, /name="blocks\[\]"[^>]*checked/);

    const order = { decision: 'enquire', 'blocks[]': blocks[0]!, text: typed };
    await desk.send(pageOf(request), order, `/staff/requests/${request.reference}/decision`);
    const [enquiry] = await listMessages(portal.db, request.id);
    assert.equal(enquiry?.text, typed);
    assert.equal((await findRequest(portal.db, request.id))?.state, 'info_requested');
  });

  it('needs no own words, and speaks the language of the applicant', async () => {
    const request = await aRequest(portal, { lang: 'en' });
    const order = { decision: 'enquire', 'blocks[]': await blockId('outlet_unclear'), text: '' };
    await desk.send(pageOf(request), order, `/staff/requests/${request.reference}/decision`);
    const [enquiry] = await listMessages(portal.db, request.id);
    assert.match(enquiry?.text ?? '', /^Please tell us which outlet/);
  });

  it('offers no block that was retired, and takes none', async () => {
    const request = await aRequest(portal);
    const id = await blockId('slot_subject');
    await portal.db('text_blocks').where({ id }).update({ state: 'retired' });
    assert.doesNotMatch((await desk.visit(pageOf(request))).text, /O-Tons/);
    assert.equal((await desk.send(pageOf(request), { 'blocks[]': id, text: '' })).status, 400);
  });
});
