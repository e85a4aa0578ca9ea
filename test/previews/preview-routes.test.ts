import assert from 'node:assert/strict';
import type { Response } from 'supertest';
import { changeRequest } from '../../src/accreditation/index.js';
import { paths } from '../../src/previews/paths.js';
import { eraseRequest } from '../../src/privacy/index.js';
import { addRelease } from '../newsroom/example-release.js';
import { anApplicant } from '../support/applicant.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { wordsIn } from '../support/pdf-reader.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { around, embargoed, previewToken, T } from './embargoed.js';

const NOTICE = /Sperrfrist: Donnerstag, 24\. Oktober 2024, 9:15 Uhr MESZ/;
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

onBothDatabases('a release under embargo, for accredited press', (open) => {
  let portal: TestPortal;
  let browser: Browser;
  beforeEach(async () => {
    portal = await open();
    browser = openBrowser(portal.app);
  });
  afterEach(() => portal.close());

  const openings = async () =>
    (await portal.db('preview_openings').orderBy('id')).map(({ what }: { what: string }) => what);

  function assertPrivate({ headers }: Response) {
    assert.match(headers['cache-control'] ?? '', /^private, no-store(, no-transform)?$/);
    assert.match(headers['x-robots-tag'] ?? '', /noindex/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['set-cookie'], undefined);
  }

  it('is read behind the personal link, with the notice and the name of the reader', async () => {
    const { page, applicant } = await embargoed(portal);
    const answer = await browser.visit(page);
    assert.equal(answer.status, 200);
    assertPrivate(answer);
    const text = plain(answer.text);
    assert.match(text, NOTICE);
    assert.match(text, /Noch geheim/);
    assert.ok(text.includes(`Vorab für Mara Musterfeld, Beispielbote (${applicant.request.reference})`));
    assert.match(text, /Noch 14 Tage/);
    assert.match(text, /frei ab Donnerstag, 24\. Oktober/);
    assert.doesNotMatch(text, /ld\+json|property="og:|rel="canonical"|rel="alternate" hreflang/);
  });

  it('leads from this page only to addresses behind the link', async () => {
    const { page, token } = await embargoed(portal);
    const { text } = await browser.visit(page);
    assert.doesNotMatch(text, /"[^"]*\/press\/2024\/geheim/);
    assert.doesNotMatch(text, /"\/media\/|"\/de\/media\/bild/);
    const own = [...text.matchAll(/(?:href|src)="([^"]*\/press\/preview\/[^"]+)"/g)].map(([, href]) => href!);
    assert.ok(own.length >= 6);
    for (const href of new Set(own.filter((href) => !href.startsWith('/en/')))) {
      const answer = await browser.visit(href.replaceAll('&amp;', '&'));
      assert.equal(answer.status, 200, href);
      assertPrivate(answer);
      assert.ok(href.includes(token));
    }
  });

  it('carries the notice in every file, at its head and in its name', async () => {
    const { page } = await embargoed(portal);
    for (const format of ['txt', 'md', 'pdf', 'json', 'txt?quote=1']) {
      const answer = await browser.agent.get(`${page}.${format}`).responseType('blob');
      assert.equal(answer.status, 200, format);
      assertPrivate(answer);
      const body = answer.body as Buffer;
      const words = format === 'pdf' ? wordsIn(body) : body.toString();
      assert.match(plain(words), NOTICE, format);
      const name = `sperrfrist-2024-10-24-0915-geheim.${format.split('?')[0]}`;
      assert.ok(answer.headers['content-disposition']!.includes(name), format);
    }
  });

  it('lists what is under embargo for the event, and nothing of other events', async () => {
    const { token } = await embargoed(portal);
    await addRelease(portal.db, { title: 'Anderswo', embargoUntil: T, eventId: undefined });
    await addRelease(portal.db, { title: 'Ein Entwurf', embargoUntil: T, state: 'draft' });
    const { status, text } = await browser.visit(paths.list('de', token));
    assert.equal(status, 200);
    assert.match(text, /Noch geheim/);
    assert.doesNotMatch(text, /Anderswo|Ein Entwurf/);
  });

  it('shows nothing before its publication, no draft and nothing of another event', async () => {
    const { token, applicant } = await embargoed(portal);
    const other = await anApplicant(portal, { state: 'approved' });
    const ours = { embargoUntil: T, eventId: applicant.event.id };
    await addRelease(portal.db, { ...ours, slug: 'spaeter', publishAt: around(-60) });
    await addRelease(portal.db, { ...ours, slug: 'entwurf', state: 'draft' });
    await addRelease(portal.db, { ...ours, slug: 'fremd', eventId: other.event.id });
    for (const slug of ['spaeter', 'entwurf', 'fremd', 'nie-da'])
      assert.equal((await browser.visit(`${paths.list('de', token)}/2024/${slug}`)).status, 404, slug);
  });

  it('leads to the public address from the second on, for pages, files, quotes and pictures', async () => {
    const { page, token, picture } = await embargoed(portal);
    const file = paths.file('de', token, picture, 'web');
    portal.moveClock(around(-1));
    for (const path of [page, `${page}.txt`, file]) assert.equal((await browser.visit(path)).status, 200);
    portal.moveClock(T);
    const leads: [string, string][] = [
      [page, '/de/press/2024/geheim'],
      [`${page}.pdf`, '/de/press/2024/geheim.pdf'],
      [`${page}.txt?quote=1`, '/de/press/2024/geheim.txt?quote=1'],
      [file, `/media/${picture}/web`],
    ];
    for (const [path, target] of leads) {
      const answer = await browser.visit(path);
      assert.equal(answer.status, 303, path);
      assert.equal(answer.headers.location, target);
      assert.equal((await browser.visit(target)).status, 200, target);
    }
    assert.match((await browser.visit(paths.list('de', token))).text, /nichts unter Sperrfrist/);
  });

  it('notes each opening: who, what and when, and nothing else', async () => {
    const { page, token, picture, applicant, release } = await embargoed(portal);
    await browser.visit(page);
    await browser.visit(`${page}.pdf`);
    await browser.visit(`${page}.txt?quote=1`);
    await browser.visit(paths.file('de', token, picture, 'print'));
    await browser.visit(paths.file('de', token, picture, 'thumb'));
    await browser.agent.head(page);
    await browser.agent.get(paths.file('de', token, picture, 'print')).set('Range', 'bytes=5-9');
    assert.deepEqual(await openings(), ['page', 'pdf', 'quote', `${picture}/print`]);
    const row = await portal.db('preview_openings').first();
    assert.deepEqual(Object.keys(row).sort(), ['id', 'opened_at', 'release_id', 'request_id', 'what']);
    assert.equal(row.request_id, applicant.request.id);
    assert.equal(row.release_id, release.id);
    assert.equal(row.opened_at, MORNING.toISOString());
  });

  it('names the embargo in the names of pictures', async () => {
    const { token, picture } = await embargoed(portal);
    const { headers } = await browser.visit(paths.file('en', token, picture, 'web'));
    assert.match(headers['content-disposition']!, /filename="embargo-2024-10-24-0915-bild-\d+-web\.jpg"/);
  });

  it('notes a download that begins in the middle, so that nobody reads unseen', async () => {
    const { token, picture } = await embargoed(portal);
    const part = (range: string) =>
      browser.agent.get(paths.file('de', token, picture, 'print')).set('Range', range);
    assert.equal((await part('bytes=1-')).status, 206);
    assert.equal((await part('bytes=-5')).status, 206);
    assert.deepEqual(await openings(), [`${picture}/print`]);
  });

  it('hands out pictures and documents as one ZIP with the notice, and leads to the release afterwards', async () => {
    const { page } = await embargoed(portal);
    const answer = await browser.agent.get(`${page}.zip`).responseType('blob');
    assert.equal(answer.status, 200);
    assertPrivate(answer);
    assert.match(answer.headers['content-disposition']!, /sperrfrist-2024-10-24-0915-geheim\.zip/);
    assert.match(plain((answer.body as Buffer).toString()), /24\. Oktober 2024, 9:15 Uhr MESZ/);
    assert.ok((answer.body as Buffer).includes('manifest.json'));
    await browser.agent.head(`${page}.zip`);
    assert.deepEqual(await openings(), ['zip']);
    portal.moveClock(T);
    assert.equal((await browser.visit(`${page}.zip`)).headers.location, '/de/press/2024/geheim');
  });

  it('tells nobody whether a link was ever right: 404 for what we did not sign', async () => {
    const { token } = await embargoed(portal);
    for (const wrong of ['unfug', `${token.slice(0, -1)}_`, previewToken(portal, 1).replace(/^./, '9')]) {
      const answer = await browser.visit(`${paths.list('de', wrong)}/2024/geheim`);
      assert.equal(answer.status, 404, wrong);
      assert.doesNotMatch(answer.text, /Noch geheim/);
    }
    assert.deepEqual(await openings(), []);
  });

  it('is not opened by the link of the status page, nor the other way round', async () => {
    const { applicant, token } = await embargoed(portal);
    assert.equal((await browser.visit(paths.list('de', applicant.token))).status, 404);
    assert.equal((await browser.visit(`/de/accreditation/${token}`)).status, 404);
  });

  for (const state of ['received', 'rejected', 'revoked', 'withdrawn', 'waitlisted'] as const)
    it(`opens nothing for a request that is ${state}, and says so`, async () => {
      const { page, picture, token } = await embargoed(portal, { state });
      for (const path of [
        page,
        `${page}.txt`,
        paths.list('de', token),
        paths.file('de', token, picture, 'web'),
      ]) {
        const answer = await browser.visit(path);
        assert.equal(answer.status, 410, path);
        assertPrivate(answer);
        assert.match(answer.text, /Akkreditierung, die nicht mehr besteht/);
        assert.doesNotMatch(answer.text, /Noch geheim/);
      }
    });

  it('closes with the letter of a revocation, not before and not later', async () => {
    const { page, applicant } = await embargoed(portal);
    const waiting = { state: 'revoked', shownState: 'approved' } as const;
    const decided = await changeRequest(portal.db, applicant.request, waiting, MORNING);
    assert.equal((await browser.visit(page)).status, 200);
    await changeRequest(portal.db, decided, { shownState: 'revoked' }, MORNING);
    assert.equal((await browser.visit(page)).status, 410);
  });

  it('goes with the request: link, log and data', async () => {
    const { page, applicant } = await embargoed(portal);
    await browser.visit(page);
    const data = (await browser.visit(`/de/accreditation/${applicant.token}/data.json`)).body;
    const opened = [{ at: MORNING.toISOString(), release: 'Noch geheim', what: 'page' }];
    assert.deepEqual(data.underEmbargo, { access: 'open', opened });
    await eraseRequest(portal, applicant.request.id);
    assert.deepEqual(await openings(), []);
    const answer = await browser.visit(page);
    assert.equal(answer.status, 410);
    assert.match(answer.text, /gelöscht/);
  });

  it('says that a release was withdrawn before it appeared', async () => {
    const { page, release } = await embargoed(portal);
    const withdrawn = { state: 'withdrawn', withdrawn_at: MORNING.toISOString() };
    await portal.db('releases').where({ id: release.id }).update(withdrawn);
    const answer = await browser.visit(page);
    assert.equal(answer.status, 410);
    assert.match(answer.text, /zurückgezogen/);
  });

  it('shows no picture whose own embargo ends later', async () => {
    const { page, picture, token } = await embargoed(portal);
    await portal
      .db('assets')
      .where({ slug: picture })
      .update({ embargo_until: around(60).toISOString() });
    assert.ok(!(await browser.visit(page)).text.includes(picture));
    assert.equal((await browser.visit(paths.file('de', token, picture, 'web'))).status, 404);
  });

  it('stands on the status page while something is under embargo', async () => {
    const { applicant, page } = await embargoed(portal);
    const { text } = await browser.visit(applicant.page);
    assert.match(text, /Unter Sperrfrist/);
    assert.ok(text.includes(`href="${page}"`));
    portal.moveClock(T);
    assert.doesNotMatch((await browser.visit(applicant.page)).text, /Unter Sperrfrist|preview/);
  });

  it('does not stand on the status page of whoever is not approved', async () => {
    const { applicant } = await embargoed(portal, { state: 'in_review' });
    assert.doesNotMatch((await browser.visit(applicant.page)).text, /Sperrfrist|preview|Noch geheim/);
  });

  it('has its English version beside it, and shows a release without one in its own language', async () => {
    const { page, release, token } = await embargoed(portal);
    const english = { slug: 'secret', title: 'Still secret', language: 'en', pair: release.pair } as const;
    const about = { eventId: release.eventId, embargoUntil: T };
    await addRelease(portal.db, { ...english, ...about });
    await addRelease(portal.db, { ...about, slug: 'nur-deutsch', title: 'Nur auf Deutsch' });
    assert.ok((await browser.visit(page)).text.includes(`href="/en/press/preview/${token}/2024/secret"`));
    const list = (await browser.visit(paths.list('en', token))).text;
    assert.match(list, /Still secret/);
    assert.doesNotMatch(list, /Noch geheim/);
    assert.match(list, /hreflang="de" lang="de">Nur auf Deutsch/);
  });
});
