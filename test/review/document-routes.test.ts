import assert from 'node:assert/strict';
import { listDocuments } from '../../src/accreditation/index.js';
import { aPdf, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('proof documents', () => {
  let portal: TestPortal;
  let address: string;
  before(async () => {
    portal = await openPortal();
    const upload = { originalName: 'Aüftrag "1".pdf', kind: 'application/pdf', content: aPdf() } as const;
    const request = await aRequest(portal, { upload });
    const [document] = await listDocuments(portal.db, request.id);
    address = `/staff/requests/${request.reference}/documents/${document!.id}`;
  });
  after(() => portal.close());

  it('are shown locked up, in frames of the desk only', async () => {
    const answer = await (await signInAs(portal, 'reviewer')).visit(address);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'application/pdf');
    assert.match(
      answer.headers['content-security-policy']!,
      /^sandbox; default-src 'none';.*frame-ancestors 'self'/,
    );
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.match(answer.headers['cache-control']!, /no-store/);
    assert.match(
      answer.headers['content-disposition']!,
      /^inline; filename\*=UTF-8''A%C3%BCftrag%20%221%22\.pdf$/,
    );
    assert.deepEqual(answer.body, aPdf());
  });

  it('are downloaded on wish', async () => {
    const answer = await (await signInAs(portal, 'administrator')).visit(`${address}?download`);
    assert.match(answer.headers['content-disposition']!, /^attachment;/);
  });

  it('are closed to auditors, editors, helpers and strangers', async () => {
    for (const role of ['auditor', 'editor', 'checkin'] as const)
      assert.equal((await (await signInAs(portal, role)).visit(address)).status, 403);
  });

  it('belong to their own request only', async () => {
    const desk = await signInAs(portal, 'reviewer');
    const other = await aRequest(portal);
    const id = address.split('/').at(-1);
    assert.equal((await desk.visit(`/staff/requests/${other.reference}/documents/${id}`)).status, 404);
    assert.equal((await desk.visit(address.replace(/\d+$/, 'x'))).status, 404);
  });
});
