import assert from 'node:assert/strict';
import sharp from 'sharp';
import { readOperator } from '../../src/operator/index.js';
import type { Browser } from '../support/browser.js';
import { aJpeg, aPdf } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signInAs } from '../support/staff.js';

const PAGE = '/staff/settings';
const FILLED = {
  version: '0',
  step: 'save',
  nameDe: 'Musterministerium',
  nameEn: 'Sample ministry',
  pressContactNameDe: 'Pressestelle',
  pressContactNameEn: 'Press office',
  pressContactEmail: 'presse@behoerde.example',
  pressContactPhone: '+49 361 0000000',
  imprintDe: '**Musterministerium**',
  imprintEn: '**Sample ministry**',
  dataProtectionOfficerDe: 'Max Muster',
  dataProtectionOfficerEn: 'Max Muster',
  legalBasisDe: 'Grundlage',
  legalBasisEn: 'Basis',
  legalRemedyDe: 'Klage',
  legalRemedyEn: 'Action',
  accessibilityBodyDe: '',
  accessibilityBodyEn: '',
};
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 11, g: 74, b: 143 } } })
    .png()
    .toBuffer();

describe('the operator’s settings', () => {
  let portal: TestPortal;
  let admin: Browser;
  beforeEach(async () => {
    portal = await openPortal();
    admin = await signInAs(portal, 'administrator');
  });
  afterEach(() => portal.close());

  const save = (changes: Record<string, string> = {}, files: { name: string; content: Buffer }[] = []) =>
    admin.upload(
      PAGE,
      { ...FILLED, ...changes },
      files.map((file) => ({ field: 'logo', ...file })),
    );
  const operator = async () => (await readOperator(portal.db)).operator;

  it('list what is missing, and are saved for all pages', async () => {
    assert.match((await admin.visit(PAGE)).text, /Für den Betrieb fehlen noch:[\s\S]*Impressum/);
    assert.equal((await save()).status, 303);
    const page = await admin.visit(PAGE);
    assert.match(page.text, /Die Einstellungen sind gespeichert/);
    assert.doesNotMatch(page.text, /Für den Betrieb fehlen noch/);
    assert.match((await admin.visit('/de/events')).text, /Musterministerium/);
    assert.equal((await portal.db('audit_entries').where({ action: 'operator.changed' })).length, 1);
  });

  it('show how Markdown will look, without saving, and without what could do harm', async () => {
    const imprintDe = '**fett** <script>alert(1)</script> [x](javascript:alert(1))';
    const res = await save({ step: 'preview', imprintDe });
    assert.equal(res.status, 200);
    assert.match(res.text, /<strong>fett<\/strong>/);
    assert.doesNotMatch(res.text, /<script>alert|href="javascript/);
    assert.equal((await readOperator(portal.db)).version, 0);
  });

  for (const [field, value, message] of [
    ['pressContactEmail', 'keine', /E-Mail des Pressekontakts: Bitte geben Sie eine gültige/],
    ['imprintEn', '', /Impressum \(Englisch\): Bitte ergänzen Sie auch diese Sprache/],
    ['pressContactPhone', 'ruf an', /Telefon des Pressekontakts: Bitte schreiben Sie die Nummer/],
  ] as const) {
    it(`refuse ${field} "${value}" and keep the rest`, async () => {
      const res = await save({ [field]: value });
      assert.equal(res.status, 400);
      assert.match(res.text, message);
      assert.match(res.text, /value="Sample ministry"/);
      assert.equal((await readOperator(portal.db)).version, 0);
    });
  }

  it('tell the second of two editors and keep what they typed', async () => {
    await save();
    const res = await save({ nameDe: 'Zweites Ministerium' });
    assert.equal(res.status, 409);
    assert.match(res.text, /Jemand aus dem Team hat diese Angaben am/);
    assert.match(res.text, /value="Zweites Ministerium"/);
    assert.equal((await operator()).name.de, 'Musterministerium');
    const version = /name="version" value="(\d+)"/.exec(res.text)![1]!;
    assert.equal((await save({ nameDe: 'Zweites Ministerium', version })).status, 303);
    assert.equal((await operator()).name.de, 'Zweites Ministerium');
  });

  it('put a logo into the header of every page, small enough for it, cached for good', async () => {
    await save({}, [{ name: 'logo.png', content: await picture(1600, 400) }]);
    const { logo, logoSize } = await operator();
    assert.deepEqual(logoSize, { width: 160, height: 40 });
    const page = await admin.visit('/de/events');
    assert.ok(page.text.includes(`src="/operator-logo/${logo}" alt="" width="160" height="40"`));
    const file = await admin.visit(`/operator-logo/${logo}`);
    assert.equal(file.headers['content-type'], 'image/png');
    assert.match(String(file.headers['cache-control']), /immutable/);
    assert.deepEqual(
      await sharp(file.body)
        .metadata()
        .then(({ width, height }) => [width, height]),
      [480, 120],
    );
  });

  it('keep the logo when only texts change, and remove it when asked', async () => {
    await save({}, [{ name: 'logo.jpg', content: await aJpeg() }]);
    const { logo } = await operator();
    await save({ version: '1', nameDe: 'Neu' });
    assert.equal((await operator()).logo, logo);
    await save({ version: '2', removeLogo: 'yes' });
    assert.equal((await operator()).logo, '');
    assert.equal((await admin.visit(`/operator-logo/${logo}`)).status, 404);
    await assert.rejects(portal.files.read(logo.replace('.jpg', '')));
  });

  for (const [what, name, content, status, message] of [
    [
      'SVG',
      'logo.svg',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      /SVG-Dateien nehmen wir nicht an/,
    ],
    ['PDF', 'logo.pdf', async () => aPdf(), 415, /im Format PNG oder JPEG/],
    [
      'a text that calls itself a picture',
      'logo.png',
      async () => Buffer.from('kein Bild'),
      415,
      /im Format PNG oder JPEG/,
    ],
    ['an empty file', 'logo.png', async () => Buffer.alloc(0), 400, /Diese Datei ist leer/],
  ] as const) {
    it(`refuse ${what} as a logo and keep what was typed`, async () => {
      const res = await save({ nameDe: 'Bleibt stehen' }, [{ name, content: await content() }]);
      assert.equal(res.status, status);
      assert.match(res.text, message);
      assert.match(res.text, /value="Bleibt stehen"/);
      assert.equal((await readOperator(portal.db)).version, 0);
    });
  }

  it('refuse a logo of more than 1 MB', async () => {
    const noise = sharp({
      create: {
        width: 800,
        height: 800,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const content = await noise.png().toBuffer();
    assert.ok(content.length > 1024 * 1024);
    const res = await save({}, [{ name: 'logo.png', content }]);
    assert.equal(res.status, 413);
    assert.match(res.text, /größer als 1 MB/);
  });

  it('never hand out another stored file by the logo’s address', async () => {
    await save({}, [{ name: 'logo.png', content: await picture(160, 40) }]);
    const proof = await portal.files.store(Buffer.from('vertraulich'));
    assert.equal((await admin.visit(`/operator-logo/${proof}.png`)).status, 404);
    assert.equal((await admin.visit(`/operator-logo/${proof}`)).status, 404);
  });

  it('are read but not written by auditors, and closed to others', async () => {
    await save();
    const auditor = await signInAs(portal, 'auditor');
    const { status, text } = await auditor.visit(PAGE);
    assert.equal(status, 200);
    assert.match(text, /Musterministerium/);
    assert.doesNotMatch(text, /<textarea/);
    assert.equal((await auditor.upload(PAGE, FILLED)).status, 403);
    for (const role of ['reviewer', 'editor', 'checkin'] as const)
      assert.equal((await (await signInAs(portal, role)).visit(PAGE)).status, 403, role);
  });

  it('take no form without its token', async () => {
    const res = await admin.agent.post(PAGE).field('nameDe', 'Fremd').field('version', '0');
    assert.equal(res.status, 403);
    assert.equal((await readOperator(portal.db)).version, 0);
  });
});
