import assert from 'node:assert/strict';
import { saveAsset } from '../../src/mediadesk/change-asset.js';
import { type Asset, getAsset } from '../../src/mediakit/index.js';
import { createTranslation } from '../../src/releaselife/create-release.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { saveRelease } from '../../src/releaselife/save-release.js';
import { aDraft, anAttachment, edit, move, seenOf } from '../releaselife/a-draft.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

describe('the steps of a release at the desk', () => {
  let portal: TestPortal;
  let ute: Awaited<ReturnType<typeof signInAs>>;
  let ben: Awaited<ReturnType<typeof signInAs>>;
  beforeEach(async () => {
    portal = await openPortal();
    ute = await signInAs(portal, 'editor');
    ben = await signInAs(portal, 'administrator');
  });
  afterEach(() => portal.close());

  const pageOf = (id: number, step: string) => `/staff/releases/${id}/steps/${step}`;
  const take = async (
    who: typeof ute,
    id: number,
    step: string,
    fields: Record<string, string | string[]> = {},
  ) => {
    const { revision } = await seenOf(portal, id);
    return who.send(pageOf(id, step), { revision: String(revision), ...fields });
  };
  const stateOf = async (id: number) => (await getDeskRelease(portal.db, id)).release.state;

  it('go from the writer over a second person to the public', async () => {
    const event = await anEvent(portal, { releaseApproval: true });
    const id = await aDraft(portal, ute.member, { plan: { eventId: event.id } });
    const draft = (await ute.visit(`/staff/releases/${id}`)).text;
    assert.match(draft, /value="next:submit"/);
    assert.doesNotMatch(draft, /value="next:publish"/);
    assert.equal((await take(ute, id, 'submit', { note: 'Bitte bald.' })).status, 303);
    assert.doesNotMatch((await ute.visit(`/staff/releases/${id}`)).text, /value="next:approve"/);
    const forBen = (await ben.visit(`/staff/releases/${id}`)).text;
    assert.match(forBen, /zur Freigabe gegeben\.[\s\S]*„Bitte bald\.“/);
    assert.match(forBen, /value="next:return"[\s\S]*value="next:approve"/);
    assert.match((await ben.visit(pageOf(id, 'approve'))).text, /Erster Absatz/);
    assert.equal((await take(ute, id, 'approve')).status, 403);
    assert.equal((await take(ben, id, 'approve')).status, 303);
    assert.match((await ute.visit(`/staff/releases/${id}`)).text, /Öffentliche Seite/);
    const { release } = await getDeskRelease(portal.db, id);
    assert.equal((await ute.visit(`/de/press/2024/${release.slug}`)).status, 200);
  });

  it('show why they cannot be taken, instead of a button', async () => {
    const event = await anEvent(portal, { releaseApproval: true });
    const id = await aDraft(portal, ute.member, { plan: { eventId: event.id }, content: { teaser: '' } });
    const { text } = await ute.visit(pageOf(id, 'publish'));
    assert.match(text, /gibt eine zweite Person frei/);
    assert.doesNotMatch(text, /type="submit"><span class="kern-label">Veröffentlichen</);
    const submit = (await ute.visit(pageOf(id, 'submit'))).text;
    assert.match(submit, /Das fehlt noch[\s\S]*#teaser">Anriss</);
    assert.equal((await take(ute, id, 'submit')).status, 409);
    assert.equal(await stateOf(id), 'draft');
  });

  it('ask for the note they need, and keep what was written', async () => {
    const id = await aDraft(portal, ute.member);
    await move(portal, ute.member, id, 'submit');
    const empty = await take(ben, id, 'return', { note: ' ' });
    assert.equal(empty.status, 400);
    assert.match(empty.text, /href="#note"/);
    await take(ben, id, 'return', { note: 'Das Datum fehlt.' });
    assert.match(
      (await ute.visit(`/staff/releases/${id}`)).text,
      /zurückgegeben:<\/strong> Das Datum fehlt\./,
    );
  });

  it('stop before a text that changed since the page was opened, with the note kept', async () => {
    const id = await aDraft(portal, ute.member);
    await move(portal, ute.member, id, 'submit');
    const { revision } = await seenOf(portal, id);
    const seen = await seenOf(portal, id);
    await saveRelease(portal, ute.member, seen, await edit(portal, id, { teaser: 'Neu geschrieben.' }));
    const late = await ben.send(pageOf(id, 'approve'), { revision: String(revision), note: 'Passt so.' });
    assert.equal(late.status, 409);
    assert.match(late.text, /hat sich geändert, seit Sie[\s\S]*Passt so\.[\s\S]*Neu geschrieben\./);
    assert.equal(await stateOf(id), 'in_approval');
  });

  it('do not let the other language appear, or stay, unnoticed', async () => {
    const until = new Date('2024-10-24T07:15:00Z');
    const id = await aDraft(portal, ute.member, { plan: { embargoUntil: until } });
    const english = await createTranslation(portal, ute.member, id);
    const words = await edit(portal, english, { teaser: 'The teaser.', body: 'The text.' });
    await saveRelease(portal, ute.member, await seenOf(portal, english), words);
    for (const each of [id, english]) await move(portal, ute.member, each, 'publish');
    const page = `/staff/releases/${id}`;
    assert.doesNotMatch((await ute.visit(page)).text, /andere Sprachfassung/);
    const { revision } = await seenOf(portal, id);
    const lifted = { revision: String(revision), change: 'lift', note: 'Es steht schon überall.' };
    assert.equal((await ute.send(`${page}/embargo`, lifted)).status, 303);
    assert.match(
      (await ute.visit(page)).text,
      /andere Sprachfassung erscheint zu einer anderen Zeit: [^<]*24\.\sOktober 2024/,
    );
    assert.match((await ute.visit(`/staff/releases/${english}`)).text, /andere Sprachfassung ist öffentlich/);
    portal.moveClock(until);
    assert.doesNotMatch((await ute.visit(page)).text, /andere Sprachfassung/);
    await take(ute, id, 'withdraw', { note: 'Die Zahlen waren falsch.' });
    assert.match((await ute.visit(page)).text, /andere Sprachfassung ist öffentlich/);
  });

  it('delete a draft after asking, and lead to the list', async () => {
    const id = await aDraft(portal, ute.member);
    assert.match((await ute.visit(pageOf(id, 'remove'))).text, /Endgültig löschen/);
    assert.equal((await take(ute, id, 'remove')).headers.location, '/staff/releases');
    assert.match((await ute.visit('/staff/releases')).text, /Der Entwurf ist gelöscht/);
    assert.equal((await ute.visit(`/staff/releases/${id}`)).status, 404);
  });

  it('withdraw with a public note, and tell the desk what the public reads', async () => {
    const id = await aDraft(portal, ute.member);
    await move(portal, ute.member, id, 'publish');
    assert.equal((await take(ute, id, 'withdraw', { note: '' })).status, 400);
    await take(ute, id, 'withdraw', { note: 'Die Zahlen waren falsch.' });
    const { text } = await ute.visit(`/staff/releases/${id}`);
    assert.match(text, /Zurückgezogen am[\s\S]*Die Zahlen waren falsch\./);
    assert.doesNotMatch(text, /name="step"/);
  });

  describe('with attachments', () => {
    const OPENING = new Date('2024-10-24T07:15:00Z');
    const release = (asset: Asset) =>
      aDraft(portal, ute.member, { content: { assets: [asset.slug] }, plan: { embargoUntil: OPENING } });
    const ticked = ({ id, version }: Asset) => ({ 'along[]': [`${id}-${version}`] });
    const embargoOf = async ({ id }: Asset) => (await getAsset(portal.db, id)).embargoUntil;

    it('name a draft that is not complete, and lead to its page', async () => {
      const asset = await anAttachment(portal, { state: 'draft', credit: '', licensor: '' });
      const id = await release(asset);
      const { text } = await ute.visit(pageOf(id, 'publish'));
      assert.match(text, new RegExp(`href="/staff/media/${asset.id}">„Der Saal“ ist im Medienpaket noch`));
      assert.equal((await take(ute, id, 'publish')).status, 409);
      assert.equal(await stateOf(id), 'draft');
    });

    it('warn of a file that is public already, and hold it back only when told so', async () => {
      const asset = await anAttachment(portal);
      const untold = await release(asset);
      const { text } = await ute.visit(pageOf(untold, 'publish'));
      assert.match(
        text,
        /schon vor der Medieninformation laden[\s\S]*Vor der Sperrfrist zu haben[\s\S]*Sperrfrist auch für „Der Saal“/,
      );
      assert.doesNotMatch(text, /name="along\[\]"[^>]*checked/);
      assert.equal((await take(ute, untold, 'publish')).status, 303);
      assert.equal(await embargoOf(asset), undefined);
      const told = await release(asset);
      assert.equal((await take(ute, told, 'publish', ticked(asset))).status, 303);
      assert.deepEqual(await embargoOf(asset), OPENING);
      assert.match((await ute.visit(`/staff/releases/${told}`)).text, /Sperrfrist gilt auch für Anhang/);
    });

    it('look once more when the file changed since the page was opened', async () => {
      const asset = await anAttachment(portal);
      const id = await release(asset);
      await saveAsset(portal, 'staff:9', asset, { ...asset, credit: 'Schneller' });
      const late = await take(ute, id, 'publish', ticked(asset));
      assert.equal(late.status, 409);
      assert.match(late.text, /hat sich geändert, seit Sie/);
      assert.equal(await stateOf(id), 'draft');
    });

    it('take the files along when the embargo moves, unless the tick is taken away', async () => {
      const asset = await anAttachment(portal, { state: 'draft' });
      const id = await release(asset);
      await take(ute, id, 'publish');
      const page = `/staff/releases/${id}/embargo`;
      const published = await getAsset(portal.db, asset.id);
      const value = ticked(published)['along[]'][0];
      assert.match((await ute.visit(page)).text, new RegExp(`value="${value}" checked`));
      const move = async (fields: object) => {
        const { revision } = await seenOf(portal, id);
        const said = { change: 'move', embargoUntil: '2024-10-25T09:15', note: 'Verschoben.' };
        return ute.send(page, { revision: String(revision), ...said, ...fields });
      };
      assert.equal((await move({})).status, 303);
      assert.deepEqual(await embargoOf(asset), OPENING);
      assert.equal((await move(ticked(published))).status, 303);
      assert.deepEqual(await embargoOf(asset), new Date('2024-10-25T07:15:00Z'));
      assert.match((await ute.visit(pageOf(id, 'takeBack'))).text, /auch ohne die Medieninformation/);
    });
  });

  describe('with an embargo', () => {
    const OPENING = new Date('2024-10-24T07:15:00Z');
    let id: number;
    let page: string;
    beforeEach(async () => {
      id = await aDraft(portal, ute.member, { plan: { embargoUntil: OPENING } });
      await move(portal, ute.member, id, 'publish');
      page = `/staff/releases/${id}/embargo`;
    });
    const steer = async (fields: Record<string, string>) => {
      const { revision } = await seenOf(portal, id);
      return ute.send(page, { revision: String(revision), ...fields });
    };

    it('lift it early with a reason only', async () => {
      const { release } = await getDeskRelease(portal.db, id);
      const address = `/de/press/2024/${release.slug}`;
      assert.match(
        (await ute.visit(`/staff/releases/${id}`)).text,
        /Sperrfrist bis Donnerstag, 24\.[\s\S]*releases\/previews">Wer sie vorab liest/,
      );
      assert.equal((await steer({ change: 'lift', note: '' })).status, 400);
      assert.equal((await ute.visit(address)).status, 404);
      assert.equal((await steer({ change: 'lift', note: 'Die Rede wurde vorgezogen.' })).status, 303);
      assert.equal((await ute.visit(address)).status, 200);
    });

    it('move it, also to the second of two equal hours, and never into the past', async () => {
      const past = await steer({ change: 'move', embargoUntil: '2024-10-01T09:00', note: 'Weil.' });
      assert.equal(past.status, 400);
      assert.match(past.text, /liegt in der Vergangenheit/);
      const night = { change: 'move', embargoUntil: '2024-10-27T02:30', note: 'Weil.' };
      assert.match((await steer(night)).text, /id="embargoUntilOffsetSummer"/);
      await steer({ ...night, embargoUntilOffset: '+01:00' });
      const { release } = await getDeskRelease(portal.db, id);
      assert.deepEqual(release.embargoUntil, new Date('2024-10-27T01:30:00Z'));
      assert.equal((await steer({ note: 'Weil.' })).status, 400);
    });

    it('have nothing left to change once it lapsed', async () => {
      portal.moveClock(OPENING);
      assert.match((await ute.visit(page)).text, /passt nicht mehr zum Stand/);
      assert.equal((await steer({ change: 'lift', note: 'Zu spät.' })).status, 409);
    });
  });
});
