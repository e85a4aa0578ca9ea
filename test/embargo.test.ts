/**
 * Walks every public address around the second in which an embargo ends: nothing a second before, everything from the
 * second on, whatever is asked for and by whatever request. The addresses come from the portal itself; one that is new
 * gets its line in SURFACES.
 */
import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import request, { type Response } from 'supertest';
import { jobKinds } from '../src/composition.js';
import { addAsset } from '../src/mediakit/index.js';
import { keepVersion } from '../src/newsroom/index.js';
import { runDueJobs } from '../src/platform/jobs.js';
import { LANGUAGES, type Lang } from '../src/platform/languages.js';
import { cachePages } from '../src/platform/page-cache.js';
import { aSubscriber, mailOut } from './alerts/subscribing.js';
import { addPhoto, DRAWING, exampleAsset } from './mediakit/example-asset.js';
import { addRelease } from './newsroom/example-release.js';
import { previewToken } from './previews/embargoed.js';
import { anApplicant } from './support/applicant.js';
import { anEvent, aPdf, aRequest } from './support/factories.js';
import { wordsIn } from './support/pdf-reader.js';
import { onBothDatabases, type TestPortal } from './support/portal.js';
import { publicRoutes } from './support/public-routes.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

/** Stands in everything of the embargoed release and its picture, also in their addresses. */
const SECRET = 'verschlusssache';
/** Stands in drafts and in what was withdrawn before anybody saw it. */
const NEVER = 'niemals';

interface Surface {
  ask: string;
  /**
   * `alone`: what stands there is the secret, so before T there is nothing. `among`: it joins what is public. `never`:
   * there is nothing at any time.
   */
  shows: 'alone' | 'among' | 'never' | 'nothing';
  /** The question itself contains what would give the secret away; only the secret word counts. */
  asked?: boolean;
}

const alone = (...asks: string[]) => asks.map((ask): Surface => ({ ask, shows: 'alone' }));
const never = (...asks: string[]) => asks.map((ask): Surface => ({ ask, shows: 'never' }));
const among = (...asks: string[]) => asks.map((ask): Surface => ({ ask, shows: 'among' }));
const amongAsked = (...asks: string[]) => asks.map((ask): Surface => ({ ask, shows: 'among', asked: true }));
const nothing = (...asks: string[]) => asks.map((ask): Surface => ({ ask, shows: 'nothing', asked: true }));

const RELEASE = '/L/press/2031/verschlusssache';

/** By route. `L` is the language, `EVENT` the event of the release, `OTHER` another one, `PENDING` and `STRANGER` are personal links. */
const SURFACES: Record<string, Surface[]> = {
  '/L/': among('/L'),
  '/L/press': [
    ...among('/L/press'),
    ...amongAsked('/L/press?q=zwiebelturm', '/L/press?year=2031', '/L/press?event=EVENT'),
  ],
  '/L/press/:year/:slug': alone(RELEASE),
  '/L/press/:year/:file': alone(
    ...['pdf', 'txt', 'md', 'json'].map((format) => `${RELEASE}.${format}`),
    `${RELEASE}.txt?quote=1`,
  ),
  '/L/press/:year/:slug/card.png': alone(`${RELEASE}/card.png?version=2`),
  '/L/press/:year/:slug/versions': alone(`${RELEASE}/versions`),
  '/L/press/:year/:slug/versions/:number': [
    // Corrected before the embargo ended, so nobody ever read the first version.
    ...never(`${RELEASE}/versions/1`),
    ...alone(`${RELEASE}/versions/2`),
  ],
  '/L/press/feed.atom': [...among('/L/press/feed.atom'), ...amongAsked('/L/press/feed.atom?event=EVENT')],
  '/L/press/feed.rss': [...among('/L/press/feed.rss'), ...amongAsked('/L/press/feed.rss?event=EVENT')],
  '/L/press/feed.json': [...among('/L/press/feed.json'), ...amongAsked('/L/press/feed.json?event=EVENT')],
  '/sitemap.xml': among('/sitemap.xml'),
  '/news-sitemap.xml': among('/news-sitemap.xml'),
  '/L/media': [...among('/L/media'), ...amongAsked('/L/media?kind=photo', '/L/media?event=EVENT')],
  '/L/media/:asset': alone('/L/media/verschlusssache-bild', '/L/media/verschlusssache-blatt'),
  // Of an event that has nothing else, and of one to whose pictures another will be added.
  '/L/media/:event.zip': [...alone('/L/media/EVENT.zip'), ...among('/L/media/OTHER.zip')],
  '/media/:asset/:rendition': alone(
    ...['thumb', 'web', 'print'].map((name) => `/media/verschlusssache-bild/${name}`),
    ...['thumb', 'original'].map((name) => `/media/verschlusssache-blatt/${name}`),
  ),
  // Whoever has no link of their own gets nothing at any time; with one, the tests of `previews/` say what.
  '/L/press/preview/:token': nothing('/L/press/preview/STRANGER'),
  '/L/press/preview/:token/:year/:file': nothing('/L/press/preview/STRANGER/2031/nie-da'),
  '/L/press/preview/:token/:year/:slug.zip': nothing('/L/press/preview/STRANGER/2031/nie-da.zip'),
  '/L/press/preview/:token/media/:asset/:rendition': nothing('/L/press/preview/STRANGER/media/nie-da/web'),
  '/L/accreditation/:token/': nothing('/L/accreditation/PENDING'),
  '/L/accreditation/:token/data.json': nothing('/L/accreditation/PENDING/data.json'),
  '/L/events': nothing('/L/events'),
  '/L/events/:slug': nothing('/L/events/EVENT'),
  '/L/events/:slug/event.ics': nothing('/L/events/EVENT/event.ics'),
  '/L/events/:slug/accreditation': nothing('/L/events/EVENT/accreditation'),
  '/L/accreditation': nothing('/L/accreditation'),
  '/L/press/alerts': nothing('/L/press/alerts'),
  '/robots.txt': nothing('/robots.txt'),
};

/** Forms, plain words and the parts of a personal page, which read no release. */
const SAY_NOTHING = [
  '/',
  '/.well-known/security.txt',
  '/favicon.ico',
  '/healthz',
  '/readyz',
  '/operator-logo/:name',
  '/L/accessibility',
  '/L/easy-language',
  '/L/imprint',
  '/L/privacy',
  '/L/press/alerts/:token',
  '/L/press/alerts/:token/unsubscribe',
  '/L/press/alerts/confirm/:token',
  '/L/press/alerts/sent',
  '/L/accreditation/confirm/:token',
  '/L/accreditation/erased',
  '/L/accreditation/sent/:token',
  '/L/accreditation/:token/badge.pdf',
  '/L/accreditation/:token/documents/:id',
  '/L/accreditation/:token/edit',
  '/L/accreditation/:token/erase',
  '/L/accreditation/:token/event.ics',
  '/L/accreditation/:token/withdraw',
];

onBothDatabases('the end of an embargo', (open) => {
  let portal: TestPortal;
  let named: Record<string, string>;
  let surfaces: Surface[];

  before(async () => {
    portal = await open();
    named = await secrets(portal);
    const routes = publicRoutes(portal.app);
    const standing = Object.entries(SURFACES).filter(([route]) => routes.includes(route));
    surfaces = LANGUAGES.flatMap((lang) =>
      standing.flatMap(([, each]) => each.map((surface) => ({ ...surface, ask: filled(surface.ask, lang) }))),
    ).filter(({ ask }, at, all) => all.findIndex((other) => other.ask === ask) === at);
  });
  after(() => portal.close());

  const filled = (ask: string, lang: Lang): string =>
    Object.entries({ ...named, '/L': `/${lang}` }).reduce((text, [from, to]) => text.replace(from, to), ask);

  it('is tested at every public address of the portal', () => {
    const known = [...Object.keys(SURFACES), ...SAY_NOTHING];
    assert.deepEqual(
      publicRoutes(portal.app).filter((route) => !known.includes(route)),
      [],
      'a new address: say in SURFACES what it shows of a release, or in SAY_NOTHING that it reads none',
    );
  });

  /** What must not be found before T; a question may name a year or an event, but never the secret word. */
  const tellTales = ({ asked }: Surface): RegExp =>
    asked
      ? new RegExp(SECRET, 'i')
      : new RegExp(`${SECRET}|zwiebelturm|year=2031|/2031/|[?&;]event=${named.EVENT}`, 'i');

  const get = (app: RequestListener, ask: string, headers: Record<string, string> = {}) =>
    request(app).get(ask).set(headers).responseType('blob');

  function wordsOf({ body, headers }: Response): string {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const type = headers['content-type'] ?? '';
    return `${JSON.stringify(headers)}\n${/pdf/.test(type) ? wordsIn(bytes) : bytes.toString()}`;
  }

  /** The refusal of an address that never was, with this address in it: the page offers the other language. */
  async function assertAsIfItWereNot(app: RequestListener, ask: string, answer: Response): Promise<void> {
    assert.equal(answer.status, 404, ask);
    const other = ask.replaceAll(SECRET, 'nie-gewesen');
    const never = await get(app, other);
    const [here, there] = [answer, never].map((each) => {
      const { date, etag, 'content-length': length, ...headers } = each.headers;
      return wordsOf({ body: each.body, headers } as Response);
    });
    assert.equal(here!.replaceAll(SECRET, 'nie-gewesen'), there, ask);
  }

  type Tags = Map<string, { etag?: string | undefined; modified?: string | undefined }>;

  const conditionsOf = (tags: Tags, ask: string): Record<string, string>[] => {
    const { etag, modified } = tags.get(ask) ?? {};
    return [
      ...(etag ? [{ 'If-None-Match': etag }] : []),
      ...(modified ? [{ 'If-Modified-Since': modified }] : []),
    ];
  };

  const variants: [string, () => RequestListener][] = [
    ['from the portal', () => portal.app],
    [
      'behind its page cache',
      () => {
        const { clock, realClock } = portal;
        return cachePages(portal.app, { clock, realClock, isAct: () => false }).listener;
      },
    ],
  ];
  for (const [name, appOf] of variants) {
    it(`keeps everything a second before and gives everything from the second on, ${name}`, async () => {
      const app = appOf();
      const from = async (seconds: number): Promise<Tags> => {
        portal.moveClock(around(seconds));
        const tags: Tags = new Map();
        for (const surface of surfaces) {
          const answer = await get(app, surface.ask);
          const { etag, 'last-modified': modified } = answer.headers;
          tags.set(surface.ask, { etag, modified });
          assert.doesNotMatch(wordsOf(answer), new RegExp(NEVER, 'i'), surface.ask);
          const isThere = seconds >= 0 && surface.shows !== 'never';
          const hasAddress = ['alone', 'never'].includes(surface.shows);
          if (isThere) assertShown(surface, answer);
          else if (hasAddress) await assertAsIfItWereNot(app, surface.ask, answer);
          else assert.doesNotMatch(wordsOf(answer), tellTales(surface), surface.ask);
        }
        return tags;
      };
      const late = await from(1);
      const early = await from(-1);
      // Tags from the future give nothing away either, and no other kind of request does.
      for (const surface of surfaces.filter(({ shows }) => shows === 'alone' || shows === 'among')) {
        const { ask, shows } = surface;
        const probes = [
          ...conditionsOf(late, ask),
          { Range: 'bytes=0-9' },
          { 'If-None-Match': '*' },
          { 'Accept-Encoding': 'identity' },
        ];
        const answers = [await request(app).head(ask)];
        for (const headers of probes) answers.push(await get(app, ask, headers));
        for (const answer of answers) {
          if (shows === 'alone') assert.equal(answer.status, 404, ask);
          else assert.doesNotMatch(wordsOf(answer), tellTales(surface), ask);
        }
        const { etag } = late.get(ask) ?? {};
        if (etag) assert.notEqual((await get(app, ask, { 'If-None-Match': etag })).status, 304, ask);
      }
      await from(0);
      // What somebody kept a second ago is not the answer any more.
      for (const { ask } of surfaces.filter(({ shows }) => shows === 'among'))
        for (const headers of conditionsOf(early, ask))
          assert.equal((await get(app, ask, headers)).status, 200, ask);
      await from(1);
    });
  }

  function assertShown(surface: Surface, answer: Response): void {
    const { ask, shows } = surface;
    if (shows === 'nothing') {
      assert.doesNotMatch(wordsOf(answer), tellTales(surface), ask);
      return;
    }
    assert.ok([200, 302].includes(answer.status), `${ask}: ${answer.status}`);
    // The words of a picture and of an attached file are not ours to read here.
    if (!/\/card\.png|^\/media\//.test(ask)) assert.match(wordsOf(answer), new RegExp(SECRET, 'i'), ask);
  }

  it('writes to nobody before, and to the press list from the second on', async () => {
    const written = async (seconds: number): Promise<string> => {
      portal.moveClock(around(seconds));
      await runDueJobs(portal, jobKinds);
      await mailOut(portal);
      return JSON.stringify(await portal.sendMails());
    };
    assert.doesNotMatch(await written(-1), new RegExp(`${SECRET}|${NEVER}`, 'i'));
    const letters = await written(0);
    assert.match(letters, new RegExp(SECRET));
    assert.doesNotMatch(letters, new RegExp(NEVER));
  });
});

/** A release in both languages with its picture, beside public ones, drafts, and one that was taken back in time. */
async function secrets(portal: TestPortal): Promise<Record<string, string>> {
  const { db } = portal;
  const event = await anEvent(portal);
  const other = await anEvent(portal);
  await addRelease(db, { title: 'Offen', eventId: other.id });
  await addRelease(db, { title: 'Open', eventId: other.id, language: 'en' });
  await addPhoto(portal, { eventId: other.id });
  const words = (text: string) => ({ de: `${text} ${SECRET}`, en: `${text} ${SECRET}` });
  const attached = {
    eventId: event.id,
    embargoUntil: T,
    texts: { title: words('Titel'), caption: words('Text'), alt: words('Bild'), licence: words('Frei') },
    credit: `Foto ${SECRET}`,
  };
  await addPhoto(portal, { ...attached, slug: 'verschlusssache-bild' });
  await addPhoto(portal, { ...attached, slug: 'verschlusssache-zweites', eventId: other.id });
  const sheet = exampleAsset({ ...attached, slug: 'verschlusssache-blatt', kind: 'document' });
  await addAsset(portal, 'system', sheet, { content: aPdf(), preview: DRAWING, drawingWidth: 90 });
  const about = { eventId: event.id, embargoUntil: T, year: 2031 };
  for (const language of LANGUAGES) {
    const texts = {
      title: `Titel ${SECRET}`,
      subtitle: `Unterzeile ${SECRET}`,
      teaser: `Vorspann ${SECRET}`,
    };
    const quotes = [{ text: `Zitat ${SECRET}`, speaker: `Mara ${SECRET}`, function: SECRET }];
    const body = `Am Zwiebelturm: ${SECRET}`;
    const corrected = {
      state: 'corrected',
      version: 2,
      correction: { at: around(-3600), text: `Richtig: ${SECRET}` },
      updatedAt: around(-3600),
    } as const;
    const release = await addRelease(db, {
      ...{ ...about, ...texts, ...corrected, language, pair: SECRET, slug: SECRET, quotes, body },
      assets: ['verschlusssache-bild', 'verschlusssache-blatt'],
    });
    const first = { ...release, version: 1, correction: undefined, updatedAt: release.publishAt };
    await db.transaction((trx) => keepVersion(trx, first));
    const never = { ...about, language, title: `Titel ${NEVER}`, body: `Zwiebelturm ${NEVER}` };
    await addRelease(db, { ...never, state: 'draft' });
    await addRelease(db, { ...never, state: 'in_approval' });
    const withdrawal = { at: around(-60), note: `Weg ${NEVER}` };
    await addRelease(db, { ...never, state: 'withdrawn', withdrawal });
  }
  await aSubscriber(portal, { wishes: { languages: [...LANGUAGES], topics: ['all'] } });
  const pending = await anApplicant(portal, { state: 'in_review' });
  const stranger = await aRequest(portal, { event });
  return {
    EVENT: event.slug,
    OTHER: other.slug,
    PENDING: pending.token,
    STRANGER: previewToken(portal, stranger.id),
  };
}
