import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { anEvent, aPdf } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';
import { agencyPhoto, HARMFUL_LOGO, LOGO, recording } from './example-files.js';

const UPLOAD = '/staff/media/upload';
const file = (name: string, content: Buffer) => ({ field: 'files', name, content });

describe('uploading to the media kit', () => {
  let portal: TestPortal;
  let editor: Awaited<ReturnType<typeof signInAs>>;
  beforeEach(async () => {
    portal = await openPortal();
    editor = await signInAs(portal, 'editor');
  });
  afterEach(() => portal.close());

  const send = (...files: ReturnType<typeof file>[]) => editor.upload(UPLOAD, { eventId: 'none' }, files);
  const drafts = () => portal.db('assets').orderBy('id');

  it('takes many files at once, each as a draft of its kind, and hands out none of them', async () => {
    const event = await anEvent(portal);
    const answer = await editor.upload(UPLOAD, { eventId: String(event.id) }, [
      file('Übergabe.jpg', await agencyPhoto()),
      file('logo.svg', LOGO),
      file('fakten.pdf', aPdf()),
      file('o-ton.wav', recording()),
    ]);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /4 Dateien übernommen\./);
    const rows = await drafts();
    assert.deepEqual(
      rows.map(({ kind, state, event_id }) => [kind, state, event_id]),
      ['photo', 'logo', 'document', 'audio'].map((kind) => [kind, 'draft', event.id]),
    );
    for (const { slug } of rows) {
      assert.equal((await editor.visit(`/de/media/${slug}`)).status, 404);
      assert.equal((await editor.visit(`/media/${slug}/web`)).status, 404);
      assert.equal((await editor.visit(`/media/${slug}/original`)).status, 404);
    }
    assert.equal((await editor.visit(`/staff/media/${rows[0].id}/files/thumb`)).status, 200);
  });

  for (const format of ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)
    it(`fills a draft in from what stands in a ${format}`, async () => {
      await send(file(`bild.${format}`, await agencyPhoto(format)));
      const [row] = await drafts();
      const texts = JSON.parse(row.texts);
      assert.deepEqual(texts.title, { de: 'Übergabe', en: 'Handover' });
      assert.deepEqual(texts.alt, { de: 'Zwei Personen vor einer Tür', en: 'Two people in front of a door' });
      assert.deepEqual(texts.licence, { de: 'Honorarfrei', en: 'Royalty-free' });
      assert.deepEqual(
        [row.creator, row.credit, row.licensor, row.licence_url, row.taken_on, row.people],
        [
          'Mara Musterfeld',
          'Musterfoto & Söhne',
          'Musteragentur',
          'https://lizenz.example/1',
          '2024-10-24',
          '["Ada Beispiel","Bo Muster"]',
        ],
      );
      if (format !== 'tiff') assert.deepEqual(JSON.parse(row.master).traces, ['place', 'serial']);
    });

  it('tells for each file what became of it, and keeps the good ones', async () => {
    const answer = await send(
      file('gut.jpg', await agencyPhoto()),
      file('skript.svg', HARMFUL_LOGO),
      file('text.jpg', Buffer.from('kein Bild')),
      file('leer.png', Buffer.alloc(0)),
      file('halb.jpg', (await agencyPhoto('jpeg', '#ff0000')).subarray(0, 3000)),
    );
    assert.equal(answer.status, 200);
    const text = answer.text.replace(/\s+/g, ' ');
    assert.match(text, /Eine Datei übernommen\. 4 nicht\./);
    assert.match(text, /skript\.svg<\/strong><br>Nicht übernommen: Die Zeichnung enthält Skripte/);
    assert.match(text, /text\.jpg<\/strong><br>Nicht übernommen: Das ist kein Format/);
    assert.match(text, /leer\.png<\/strong><br>Nicht übernommen: Die Datei ist leer/);
    assert.match(text, /halb\.jpg<\/strong><br>Nicht übernommen: Die Datei ist beschädigt/);
    assert.equal((await drafts()).length, 1);
  });

  it('says 415 and 413 where nothing could be taken', async () => {
    assert.equal((await send(file('a.exe', Buffer.from('MZ')))).status, 415);
    const bomb = await sharp({ create: { width: 12_000, height: 11_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const answer = await send(file('bombe.png', bomb));
    assert.equal(answer.status, 413);
    assert.match(answer.text, /mehr als 120 Megapixel/);
  });

  it('refuses a recording that tells where it was made', async () => {
    const content = Buffer.concat([recording(), Buffer.from('\u00A9xyz+50.9780+011.0290/', 'latin1')]);
    const answer = await send(file('notiz.wav', content));
    assert.equal(answer.status, 415);
    assert.match(answer.text, /wo sie entstanden ist/);
  });

  it('does not take the same file twice, and shows the one that is there', async () => {
    const content = await agencyPhoto();
    await send(file('a.jpg', content));
    const answer = await send(file('b.jpg', content));
    assert.equal(answer.status, 409);
    const [{ id }] = await drafts();
    assert.match(answer.text, new RegExp(`liegt schon im Medienpaket\\.[^<]*<a href="/staff/media/${id}"`));
    assert.equal((await drafts()).length, 1);
  });

  it('gives an address each to two files of one name that arrive at the same moment, and takes one file once', async () => {
    const [one, other] = [await agencyPhoto(), await agencyPhoto('webp')];
    const colleagues = [editor, await signInAs(portal, 'editor'), await signInAs(portal, 'administrator')];
    const answers = await Promise.all(
      [one, other, one].map((content, at) =>
        colleagues[at]!.upload(UPLOAD, { eventId: 'none' }, [file('img.jpg', content)]),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 409]);
    const slugs = (await drafts()).map(({ slug }) => slug);
    assert.deepEqual(slugs.sort(), ['uebergabe', 'uebergabe-2']);
  });

  it('answers a script file by file', async () => {
    const formToken = await editor.tokenAt(UPLOAD);
    const post = (name: string, content: Buffer) =>
      editor.agent
        .post(UPLOAD)
        .set('Accept', 'application/json')
        .field('formToken', formToken)
        .field('eventId', 'none')
        .attach('files', content, name);
    const good = await post('gut.jpg', await agencyPhoto());
    const [{ id }] = await drafts();
    assert.deepEqual(good.body, [
      {
        name: 'gut.jpg',
        taken: true,
        text: 'Als Entwurf übernommen.',
        href: `/staff/media/${id}`,
        link: 'Angaben prüfen',
      },
    ]);
    const bad = await post('schlecht.txt', Buffer.from('Text'));
    assert.equal(bad.status, 415);
    assert.equal(bad.body[0].taken, false);
  });

  it('takes what is said for all files where a file says nothing itself', async () => {
    const common = {
      creator: 'Alle',
      credit: 'Alle GmbH',
      licenceDe: 'Frei',
      licenceEn: 'Free',
      licensor: 'Haus',
    };
    await editor.upload(UPLOAD, { eventId: 'none', ...common }, [
      file('a.jpg', await agencyPhoto()),
      file('b.svg', LOGO),
    ]);
    const rows = await drafts();
    assert.deepEqual(
      rows.map(({ creator, credit, licensor }) => [creator, credit, licensor]),
      [
        ['Mara Musterfeld', 'Musterfoto & Söhne', 'Musteragentur'],
        ['Alle', 'Alle GmbH', 'Haus'],
      ],
    );
    assert.deepEqual(JSON.parse(rows[1].texts).title, { de: '', en: '' }, 'a file name is no title');
    assert.match((await editor.visit(`/staff/media/${rows[1].id}`)).text, /<h1>b\.svg<\/h1>/);
    assert.deepEqual(JSON.parse(rows[1].texts).licence, { de: 'Frei', en: 'Free' });
  });

  it('asks for a file and for an event', async () => {
    const nothing = await editor.upload(UPLOAD, { eventId: 'none' });
    assert.equal(nothing.status, 400);
    assert.match(nothing.text, /Bitte wählen Sie mindestens eine Datei/);
    const stranger = await editor.upload(UPLOAD, { eventId: '4711' }, [file('a.jpg', await agencyPhoto())]);
    assert.equal(stranger.status, 400);
    assert.match(stranger.text, /href="#eventId"/);
    assert.equal((await drafts()).length, 0);
  });

  it('leaves no copy of what arrived lying about', async () => {
    await send(file('a.jpg', await agencyPhoto()), file('b.txt', Buffer.from('Text')));
    const folder = join(portal.config.dataDir, 'incoming');
    for (let tries = 0; existsSync(folder) && readdirSync(folder).length > 0 && tries < 50; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is for members with the right to it, and for forms of the desk', async () => {
    for (const role of ['reviewer', 'auditor'] as const)
      assert.equal((await (await signInAs(portal, role)).visit(UPLOAD)).status, 403);
    const answer = await editor.agent.post(UPLOAD).field('eventId', 'none').attach('files', LOGO, 'a.svg');
    assert.equal(answer.status, 403);
    assert.equal((await drafts()).length, 0);
  });
});
