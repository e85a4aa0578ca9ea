import assert from 'node:assert/strict';
import {
  type AccreditationRequest,
  findRequest,
  listDocuments,
  listHistory,
  listSlotWishes,
  setSlotWishes,
} from '../../src/accreditation/index.js';
import type { RequestInput } from '../../src/accreditation/request.js';
import { Conflict } from '../../src/platform/errors.js';
import { editRequest } from '../../src/selfservice/edit-request.js';
import { anApplicant, noticesOf } from '../support/applicant.js';
import { aPdf, aRequestInput, aSlot } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('editing a request', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const edit = (request: AccreditationRequest, input: Partial<RequestInput>, more: object = {}) =>
    editRequest(portal, request.id, {
      version: request.version,
      input: { ...aRequestInput({ firstName: 'Mara' }), ...input },
      slotIds: [],
      upload: undefined,
      ...more,
    });
  const stored = async ({ id }: AccreditationRequest) => (await findRequest(portal.db, id))!;
  const lastEntry = async ({ id }: AccreditationRequest) => (await listHistory(portal.db, id)).at(-1)!;

  it('changes everything but the confirmed address before the decision, and needs no new one', async () => {
    const { request } = await anApplicant(portal, { state: 'received' });
    await edit(request, { lastName: 'Neumuster', email: 'fremd@example.org', note: 'Neu' });
    const after = await stored(request);
    assert.deepEqual([after.lastName, after.note, after.email], ['Neumuster', 'Neu', request.email]);
    assert.deepEqual([after.state, after.needsReapproval], ['received', false]);
    assert.deepEqual((await lastEntry(request)).details, { fields: 'lastName,note' });
    assert.deepEqual(await noticesOf(portal, 'edit'), []);
  });

  it('asks for a new decision when what was approved changes, and the approval stays', async () => {
    const { request } = await anApplicant(portal, { state: 'approved' });
    await edit(request, { outletName: 'Andere Zeitung' });
    const after = await stored(request);
    assert.deepEqual([after.state, after.shownState, after.needsReapproval], ['approved', 'approved', true]);
    assert.deepEqual((await lastEntry(request)).details, { fields: 'outletName', reapproval: 'yes' });
    assert.deepEqual(await noticesOf(portal, 'edit'), [{ requestId: request.id, occasion: 'edit' }]);
  });

  it('asks for nothing when only contact and needs change after the approval', async () => {
    const { request } = await anApplicant(portal, { state: 'approved_limited' });
    await edit(request, { phone: '+49 170 9999999', accessNeeds: 'Rampe' });
    assert.equal((await stored(request)).needsReapproval, false);
    assert.deepEqual(await noticesOf(portal, 'edit'), []);
  });

  it('is decided anew too when an approval is still on its way, and tells the team', async () => {
    const { request } = await anApplicant(portal, { state: 'approved', shownState: 'in_review' });
    await edit(request, { lastName: 'Neumuster' });
    const after = await stored(request);
    assert.deepEqual([after.state, after.shownState, after.needsReapproval], ['approved', 'in_review', true]);
    assert.equal((await noticesOf(portal, 'edit')).length, 1);
  });

  it('adds a new proof and knows the one it has', async () => {
    const { request } = await anApplicant(portal);
    const upload = { originalName: 'neu.pdf', kind: 'application/pdf', content: aPdf(10) };
    await edit(request, {}, { upload });
    await edit(request, {}, { upload });
    assert.deepEqual(
      (await listDocuments(portal.db, request.id)).map(({ originalName, origin }) => [originalName, origin]),
      [['neu.pdf', 'edit']],
    );
    assert.deepEqual((await lastEntry(request)).details, { fields: 'proofFile' });
  });

  it('keeps granted slots granted', async () => {
    const { request, event } = await anApplicant(portal, { state: 'approved' });
    const [kept, dropped, added] = [
      await aSlot(portal, event),
      await aSlot(portal, event),
      await aSlot(portal, event),
    ];
    await setSlotWishes(portal.db, request.id, [kept.id, dropped.id]);
    await portal.db('request_slots').update({ state: 'granted' });
    await edit(request, {}, { slotIds: [kept.id, added.id] });
    assert.deepEqual(await listSlotWishes(portal.db, request.id), [
      { slotId: kept.id, state: 'granted' },
      { slotId: added.id, state: 'wished' },
    ]);
  });

  it('is refused when the request changed since it was shown, but not for a second click', async () => {
    const { request } = await anApplicant(portal);
    const same = () => edit(request, { note: 'Neu' });
    await Promise.all([same(), same()]);
    await same();
    assert.equal((await listHistory(portal.db, request.id)).filter(({ step }) => step === 'edit').length, 1);
    await assert.rejects(edit(request, { note: 'Anders' }), Conflict);
    assert.equal((await stored(request)).note, 'Neu');
  });

  it('leaves no file behind when it is refused', async () => {
    const { request } = await anApplicant(portal, { state: 'rejected' });
    const removed: string[] = [];
    const files = { ...portal.files, remove: async (name: string) => void removed.push(name) };
    const upload = { originalName: 'neu.pdf', kind: 'application/pdf' as const, content: aPdf() };
    const input = aRequestInput();
    const refused = editRequest({ ...portal, files }, request.id, {
      version: request.version,
      input,
      slotIds: [],
      upload,
    });
    await assert.rejects(refused, Conflict);
    assert.equal(removed.length > 0, true);
    assert.deepEqual(await listDocuments(portal.db, request.id), []);
  });
});
