import assert from 'node:assert/strict';
import { addAsset } from '../../src/mediakit/index.js';
import { exampleAsset, photo } from '../mediakit/example-asset.js';
import { anEvent } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';
import { FILLED_IN } from './example-files.js';

const LIST = '/staff/media';
const T = new Date('2024-10-24T07:15:00Z');

describe('the media kit at the desk', () => {
  let portal: TestPortal;
  let editor: Awaited<ReturnType<typeof signInAs>>;
  beforeEach(async () => {
    portal = await openPortal();
    editor = await signInAs(portal, 'editor');
  });
  afterEach(() => portal.close());

  async function anAsset(changes = {}): Promise<string> {
    const id = await addAsset(portal, 'system', exampleAsset({ state: 'draft', ...changes }), {
      content: await photo(300, 200),
    });
    return `${LIST}/${id}`;
  }
  const rowOf = async (page: string) =>
    portal
      .db('assets')
      .where({ id: Number(page.split('/').at(-1)) })
      .first();
  const publish = (page: string, changes: Record<string, string> = {}) =>
    editor.send(page, { ...FILLED_IN, version: '1', step: 'publish', ...changes });

  it('lists everything with its state, and tells what is missing', async () => {
    const event = await anEvent(portal);
    await anAsset({ people: undefined, noEnd: false, creator: '' });
    await anAsset({ state: 'published', eventId: event.id });
    await anAsset({ state: 'published', embargoUntil: T });
    await anAsset({ state: 'published', kind: 'portrait', validUntil: new Date('2024-10-01T00:00:00Z') });
    const text = (await editor.visit(LIST)).text.replaceAll('\u00A0', ' ');
    for (const part of [
      '3 Angaben fehlen',
      'Für alle ab 24. Oktober 2024, 9:15 Uhr',
      'War freigegeben bis',
      'Foto · Beispielkongress',
    ])
      assert.ok(text.includes(part), part);
    const shown = async (query: string) =>
      [...(await editor.visit(`${LIST}?${query}`)).text.matchAll(/class="desk-media__row"/g)].length;
    assert.equal(await shown('state=draft'), 1);
    assert.equal(await shown('state=embargoed'), 1);
    assert.equal(await shown('state=expired'), 1);
    assert.equal(await shown('kind=portrait'), 1);
    assert.equal(await shown(`event=${event.slug}`), 1);
    assert.equal(await shown('q=MUSTERFELD+saal'), 3);
    assert.match((await editor.visit(`${LIST}?q=nirgends`)).text, /Dazu gibt es keine Datei/);
  });

  it('says so while it is empty', async () => {
    assert.match((await editor.visit(LIST)).text, /Das Medienpaket ist noch leer/);
  });

  it('publishes what is filled in, and shows it to everybody', async () => {
    const page = await anAsset();
    const answer = await publish(page);
    assert.equal(answer.status, 303);
    assert.match(
      (await editor.visit(page)).text,
      /Die Datei ist veröffentlicht\.[\s\S]*Öffentliche Seite ansehen/,
    );
    const { text } = await editor.visit('/de/media/uebergabe');
    for (const part of [
      'Ada Beispiel, Bo Muster',
      'Musterministerium',
      'Bild: Musterfoto &amp; Söhne / CC BY 4.0',
    ])
      assert.ok(text.includes(part), part);
  });

  it('saves half a draft, and needs everything before it is public', async () => {
    const page = await anAsset();
    const half = { ...FILLED_IN, titleEn: '', altDe: '', altEn: '', creator: '', people: '', noEnd: '' };
    assert.equal((await editor.send(page, { ...half, version: '1', step: 'save' })).status, 303);
    const answer = await editor.send(page, { ...half, version: '2', step: 'publish' });
    assert.equal(answer.status, 400);
    for (const field of ['titleEn', 'altDe', 'altEn', 'creator', 'people', 'validUntil'])
      assert.match(answer.text, new RegExp(`href="#${field}"`), field);
    assert.match(answer.text, /value="Übergabe"/);
    assert.equal((await rowOf(page)).state, 'draft');
  });

  const wrong: [string, Record<string, string>, string][] = [
    ['people and nobody', { nobody: 'yes' }, 'people'],
    ['an end and no end', { validUntil: '2030-01-01T10:00' }, 'validUntil'],
    [
      'an end before the embargo',
      { noEnd: '', validUntil: '2025-01-01T10:00', embargoUntil: '2025-01-02T10:00' },
      'validUntil',
    ],
    ['an embargo in the hour that exists twice', { embargoUntil: '2024-10-27T02:30' }, 'embargoUntil'],
    ['an address that is none', { licenceUrl: 'javascript:alert(1)' }, 'licenceUrl'],
    ['a day that is none', { takenOn: '2024-02-31' }, 'takenOn'],
    ['an event that is none', { eventId: '4711' }, 'eventId'],
    ['a caption without end', { captionDe: 'x'.repeat(1001) }, 'captionDe'],
  ];
  for (const [what, changes, field] of wrong)
    it(`refuses ${what}, and keeps what was typed`, async () => {
      const answer = await publish(await anAsset(), changes);
      assert.equal(answer.status, 400);
      assert.match(answer.text, new RegExp(`href="#${field}"`));
      assert.match(answer.text, /Ada Beispiel\r?\nBo Muster/);
    });

  it('publishes for the second at which its embargo ends', async () => {
    const page = await anAsset();
    await publish(page, { embargoUntil: '2024-10-24T09:15' });
    assert.match((await editor.visit(page)).text, /wird nach ihrer Sperrfrist sichtbar/);
    for (const [seconds, status] of [
      [-1, 404],
      [0, 200],
    ] as const) {
      portal.moveClock(new Date(T.getTime() + seconds * 1000));
      assert.equal((await editor.visit('/media/uebergabe/web')).status, status);
    }
  });

  it('tells the second of two editors, keeps what was typed, and lets it replace the other version knowingly', async () => {
    const page = await anAsset();
    await publish(page);
    const late = await editor.send(page, { ...FILLED_IN, captionDe: 'Meine Worte.', version: '1' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Meine Worte\./);
    assert.match(late.text, /name="version" value="2"/);
    assert.equal(
      (await editor.send(page, { ...FILLED_IN, captionDe: 'Meine Worte.', version: '2' })).status,
      303,
    );
    assert.match((await editor.visit('/de/media/uebergabe')).text, /Meine Worte\./);
  });

  it('withdraws at once, says so under the old address, and publishes again', async () => {
    const page = await anAsset();
    await publish(page);
    await editor.send(page, { version: '2' }, `${page}/withdraw`);
    for (const path of ['/de/media/uebergabe', '/media/uebergabe/web']) {
      const answer = await editor.visit(path);
      assert.equal(answer.status, 410);
      assert.match(answer.text, /zurückgezogen|withdrawn/);
    }
    assert.match((await editor.visit(page)).text, /Wieder veröffentlichen/);
    await publish(page, { version: '3' });
    assert.equal((await editor.visit('/media/uebergabe/web')).status, 200);
  });

  it('throws a draft away, and a stale button throws nothing away', async () => {
    const page = await anAsset();
    await editor.send(page, { version: '9' }, `${page}/discard`);
    assert.match((await editor.visit(LIST)).text, /Jemand anderes hat diese Datei gerade geändert/);
    await editor.send(page, { version: '1' }, `${page}/discard`);
    assert.match((await editor.visit(LIST)).text, /Der Entwurf ist gelöscht/);
    assert.equal((await editor.visit(page)).status, 404);
  });

  it('warns of what a camera wrote into the file, and tells what to check', async () => {
    const id = await addAsset(portal, 'system', exampleAsset({ state: 'draft' }), {
      content: await photo(300, 200),
      traces: ['place', 'serial'],
      originalName: 'IMG_1.jpg',
    });
    const { text } = await editor.visit(`${LIST}/${id}`);
    assert.match(text, /Aufnahmeort und die Seriennummer/);
    assert.match(text, /standen in der Datei, bitte prüfen Sie sie: Bildunterschrift/);
    assert.match(text, /IMG_1\.jpg/);
  });

  it('leads from one draft to the next, and from the last to the first', async () => {
    const [first, second] = [await anAsset(), await anAsset()];
    const next = async (page: string) =>
      /href="([^"]+)">Nächster Entwurf/.exec((await editor.visit(page)).text)?.[1];
    assert.equal(await next(first), second);
    assert.equal(await next(second), first);
    await publish(second);
    assert.equal(await next(first), undefined);
  });

  it('moves in the list', async () => {
    const [first, second] = [await anAsset(), await anAsset()];
    await editor.send(LIST, { direction: 'up' }, `${second}/move`);
    const { text } = await editor.visit(LIST);
    assert.ok(text.indexOf(`href="${second}"`) < text.indexOf(`href="${first}"`));
  });

  it('is read by auditors, and closed to reviewers and everybody else', async () => {
    const page = await anAsset();
    const auditor = await signInAs(portal, 'auditor');
    const { text } = await auditor.visit(LIST);
    assert.match(text, /Der Saal/);
    assert.doesNotMatch(text, /Dateien hochladen|href="\/staff\/media\/\d/);
    assert.equal((await auditor.visit(page)).status, 403);
    const reviewer = await signInAs(portal, 'reviewer');
    for (const path of [LIST, page, `${page}/files/thumb`])
      assert.equal((await reviewer.visit(path)).status, 403);
    assert.equal((await editor.visit(`${LIST}/4711`)).status, 404);
    assert.equal((await editor.visit(`${page}/files/riesig`)).status, 404);
  });
});
