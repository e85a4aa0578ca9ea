import assert from 'node:assert/strict';
import { changeRequest, findRequest, listDocuments, setSlotWishes } from '../../src/accreditation/index.js';
import { type Applicant, anApplicant } from '../support/applicant.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { aPdf, aRequestInput, aSlot } from '../support/factories.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';

describe('the edit page', () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  after(() => portal.close());

  const save = ({ page, request }: Applicant, input: object, files: Parameters<Browser['upload']>[2] = []) =>
    browser.upload(
      `${page}/edit`,
      { ...aRequestInput({ firstName: 'Mara' }), version: String(request.version), ...input },
      files,
    );
  const stored = async ({ request }: Applicant) => (await findRequest(portal.db, request.id))!;

  it('shows what was given, and that the address stays', async () => {
    const applicant = await anApplicant(portal, { input: { lastName: 'O’Brien "x"', accessNeeds: 'Rampe' } });
    const slot = await aSlot(portal, applicant.event);
    await setSlotWishes(portal.db, applicant.request.id, [slot.id]);
    const { text } = await browser.visit(`${applicant.page}/edit`);
    assert.match(text, /value="O’Brien &#34;x&#34;"/);
    assert.match(text, /Rampe<\/textarea>/);
    assert.match(text, new RegExp(`name="slots\\[\\]" value="${slot.id}" checked`));
    assert.equal(/name="(email|privacyNotice)"/.test(text), false);
    assert.ok(text.includes(applicant.request.email));
  });

  it('saves, names the changed fields on the status page, and says nothing of re-approval before the decision', async () => {
    const applicant = await anApplicant(portal);
    assert.equal((await browser.visit(`${applicant.page}/edit`)).text.includes('prüfen wir neu'), false);
    const answer = await save(applicant, { lastName: 'Neumuster', email: 'fremd@example.org' });
    assert.deepEqual([answer.status, answer.headers.location], [303, applicant.page]);
    const { lastName, email } = await stored(applicant);
    assert.deepEqual([lastName, email], ['Neumuster', applicant.request.email]);
    const { text } = await browser.visit(applicant.page);
    assert.match(text, /Geändert: Nachname</);
    assert.equal(text.includes('neu prüfen'), false);
  });

  it('warns the approved before saving, and afterwards says that the approval stays valid', async () => {
    const applicant = await anApplicant(portal, { state: 'approved' });
    assert.match(
      (await browser.visit(`${applicant.page}/edit`)).text,
      /Bis dahin gilt Ihre Zulassung weiter/,
    );
    await save(applicant, { workArea: 'camera' });
    assert.match(
      (await browser.visit(applicant.page)).text,
      /Ihre Zulassung gilt weiter, bis wir neu entschieden haben/,
    );
    assert.equal((await browser.visit(`${applicant.page}/badge.pdf`)).status, 200);
  });

  it('takes a new proof', async () => {
    const applicant = await anApplicant(portal);
    const answer = await save(applicant, { proofKind: 'assignment' }, [
      { field: 'proofFile', name: 'neu.pdf', content: aPdf() },
    ]);
    assert.equal(answer.status, 303);
    assert.equal((await listDocuments(portal.db, applicant.request.id))[0]?.originalName, 'neu.pdf');
    assert.equal((await stored(applicant)).imprintUrl, '');
  });

  it('refuses wrong entries and files, with everything typed', async () => {
    const applicant = await anApplicant(portal);
    const empty = await save(applicant, { lastName: '', note: 'Bleibt stehen' });
    assert.equal(empty.status, 400);
    assert.match(empty.text, /href="#lastName"/);
    assert.match(empty.text, /Bleibt stehen<\/textarea>/);
    const wrong = await save(applicant, { proofKind: 'assignment', note: 'Bleibt stehen' }, [
      { field: 'proofFile', name: 'x.pdf', content: Buffer.from('kein PDF') },
    ]);
    assert.equal(wrong.status, 415);
    assert.match(wrong.text, /Bleibt stehen<\/textarea>/);
    assert.equal((await stored(applicant)).version, applicant.request.version);
  });

  it('does not overwrite a change made meanwhile: nothing typed is lost, and saving again works', async () => {
    const applicant = await anApplicant(portal);
    await changeRequest(portal.db, applicant.request, { assignedTo: null }, MORNING);
    const answer = await save(applicant, { lastName: 'Neumuster' }, [
      { field: 'proofFile', name: 'neu.pdf', content: aPdf() },
    ]);
    assert.equal(answer.status, 409);
    assert.match(answer.text, /hat sich inzwischen geändert/);
    assert.match(answer.text, /value="Neumuster"/);
    assert.match(answer.text, /„neu\.pdf“ noch einmal/);
    assert.equal((await stored(applicant)).lastName, 'Musterfeld');
    const version = /name="version" value="(\d+)"/.exec(answer.text)?.[1];
    assert.equal((await save(applicant, { lastName: 'Neumuster', version })).status, 303);
  });

  it('keeps everything when it was open too long', async () => {
    const applicant = await anApplicant(portal);
    const answer = await save(applicant, { lastName: 'Neumuster', formToken: 'old' });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /value="Neumuster"/);
    assert.equal((await stored(applicant)).lastName, 'Musterfeld');
  });

  it('is closed after a rejection', async () => {
    const applicant = await anApplicant(portal, { state: 'rejected' });
    const open = await anApplicant(portal);
    assert.equal((await browser.visit(`${applicant.page}/edit`)).status, 409);
    const answer = await browser.upload(`${open.page}/edit`, {}, [], `${applicant.page}/edit`);
    assert.equal(answer.status, 409);
    assert.match(answer.text, /beim jetzigen Stand/);
  });
});
