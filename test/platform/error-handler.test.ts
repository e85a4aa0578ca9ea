import assert from 'node:assert/strict';
import express, { type Express, type RequestHandler } from 'express';
import request from 'supertest';
import { errorHandler } from '../../src/platform/error-handler.js';
import { Conflict, Forbidden, Gone, NotFound, TooManyRequests } from '../../src/platform/errors.js';
import { openLog } from '../../src/platform/log.js';
import { fromRoot } from '../../src/platform/paths.js';
import { siteDefaults } from '../../src/site/site-locals.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { signedIn, someMember } from '../support/staff.js';

const failing =
  (error: unknown): RequestHandler =>
  () => {
    throw error;
  };
const fault = (properties: object) => Object.assign(new Error('SELECT * FROM secrets'), properties);

/** Nothing but routes that fail and the error handler, as if nothing before them had worked. */
function bareApp(error: unknown): Express {
  const app = express();
  app.set('view engine', 'ejs').set('views', fromRoot('views'));
  Object.assign(app.locals, siteDefaults({ baseUrl: 'https://press.example' }));
  app.use(failing(error));
  app.use(errorHandler(openLog('silent')));
  return app;
}

const PROBLEMS: [string, unknown, number, RegExp, RegExp][] = [
  ['a body that cannot be read', fault({ status: 400 }), 400, /konnten wir nicht lesen/, /could not read/],
  ['an address that cannot be decoded', fault({ status: 422 }), 400, /nicht lesen/, /could not read/],
  ['a missing right', new Forbidden(), 403, /Das geht hier nicht/, /not possible here/],
  ['an unknown page', new NotFound(), 404, /Diese Seite gibt es nicht/, /does not exist/],
  ['somebody who was faster', new Conflict(), 409, /Jemand war schneller/, /Somebody else was faster/],
  ['something erased', new Gone(), 410, /nicht mehr/, /no longer here/],
  ['too much', fault({ status: 413 }), 413, /Das ist zu groß/, /too large/],
  ['a wrong format', fault({ status: 415 }), 415, /Dieses Format/, /cannot read this format/],
  ['too many requests', new TooManyRequests(90), 429, /Einen Moment bitte/, /One moment/],
  ['a fault of the portal', fault({}), 500, /bei uns ist etwas/i, /Something went wrong/],
  ['a full disk', fault({ code: 'ENOSPC' }), 507, /Speicher ist voll/, /storage is full/],
];

describe('the page for an error', () => {
  for (const [what, error, status, german, english] of PROBLEMS) {
    it(`answers ${what} with ${status}, in both languages, kept and indexed by nobody`, async () => {
      for (const [lang, title] of [
        ['de', german],
        ['en', english],
      ] as const) {
        const answer = await request(bareApp(error)).get(`/${lang}/somewhere`);
        assert.equal(answer.status, status);
        assert.match(answer.text, new RegExp(`<html lang="${lang}">`));
        assert.match(
          answer.text,
          new RegExp(`<h1[^>]*>${title.source}|<h1[^>]*>.*${title.source}`, title.flags),
        );
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.equal(answer.headers['x-robots-tag'], 'noindex');
        assert.doesNotMatch(answer.text, /SELECT|node_modules|\.ts:|\.js:\d|rel="canonical"/);
      }
    });
  }

  it('takes what the database cannot store for an address or entry of nobody', async () => {
    for (const code of ['22021', '22003', '22P02']) {
      const app = bareApp(Object.assign(new Error('invalid byte sequence'), { code, severity: 'ERROR' }));
      assert.equal((await request(app).get('/de/x')).status, 404);
      assert.equal((await request(app).post('/de/x')).status, 400);
    }
  });

  it('speaks the language of the browser where the address names none', async () => {
    const app = bareApp(new NotFound());
    const english = await request(app).get('/nothing').set('Accept-Language', 'en-GB,de;q=0.5');
    assert.match(english.text, /<html lang="en">/);
    assert.match((await request(app).get('/nothing')).text, /<html lang="de">/);
    assert.match((await request(app).get('/de').set('Accept-Language', 'en')).text, /<html lang="de">/);
  });

  it('says when to come back', async () => {
    const answer = await request(bareApp(new TooManyRequests(90))).get('/de');
    assert.equal(answer.headers['retry-after'], '90');
    assert.match(answer.text, /In etwa 2 Minuten/);
  });

  it('gives a fault a number that the log knows too', async () => {
    const lines: object[] = [];
    const log = { error: (entry: object) => lines.push(entry) } as unknown as ReturnType<typeof openLog>;
    const app = express();
    app.set('view engine', 'ejs').set('views', fromRoot('views'));
    Object.assign(app.locals, siteDefaults({ baseUrl: '' }));
    app.use(failing(fault({})), errorHandler(log));
    const reference = /nennen Sie bitte diese Nummer: ([0-9a-f]{8})/.exec(
      (await request(app).get('/de/x?name=Ute')).text,
    )?.[1];
    assert.equal((lines[0] as { reference: string }).reference, reference);
    assert.equal((lines[0] as { path: string }).path, '/de/x');
  });

  it('says the same in plain text when not even the page can be made', async () => {
    const app = express();
    app.set('view engine', 'ejs').set('views', '/nowhere');
    app.use(failing(fault({})), errorHandler(openLog('silent')));
    const answer = await request(app).get('/de');
    assert.equal(answer.status, 500);
    assert.match(answer.headers['content-type'] ?? '', /text\/plain/);
    assert.match(answer.text, /Das liegt nicht an Ihnen/);
  });

  it('takes back what a route had said about its content', async () => {
    const app = express();
    app.set('view engine', 'ejs').set('views', fromRoot('views'));
    Object.assign(app.locals, siteDefaults({ baseUrl: '' }));
    app.use((_req: express.Request, res: express.Response) => {
      res.type('application/pdf').attachment('badge.pdf').set('ETag', '"1"');
      throw new NotFound();
    });
    app.use(errorHandler(openLog('silent')));
    const { headers } = await request(app).get('/de');
    assert.match(headers['content-type'] ?? '', /text\/html/);
    assert.equal(headers['content-disposition'], undefined);
  });

  it('leaves refused ranges and conditions of a download to their headers', async () => {
    const refused = fault({ status: 416, headers: { 'Content-Range': 'bytes */10' } });
    const answer = await request(bareApp(refused)).get('/de');
    assert.equal(answer.status, 416);
    assert.equal(answer.headers['content-range'], 'bytes */10');
    assert.equal(answer.text, '');
  });
});

describe('errors in the portal', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  for (const path of [
    '/de/nothing',
    '/en/nothing',
    '/nothing',
    '/.env',
    '/de/events/nothing',
    '/assets/no.css',
  ]) {
    it(`answer 404 for ${path}, without a cookie`, async () => {
      const answer = await request(portal.app).get(path);
      assert.equal(answer.status, 404);
      assert.match(answer.text, /<h1/);
      assert.equal(answer.headers['set-cookie'], undefined);
    });
  }

  it('offer the way home and a new personal link', async () => {
    const { text } = await request(portal.app).get('/en/nothing');
    assert.match(text, /href="\/en"[^>]*><span class="kern-label">To the home page/);
    assert.match(text, /href="\/en\/accreditation"/);
  });

  it('lead a stranger under /staff to the sign-in page', async () => {
    const answer = await request(portal.app).get('/staff/nothing');
    assert.equal(answer.status, 303);
    assert.match(answer.headers.location ?? '', /^\/staff\/sign-in/);
  });

  it('stay inside the desk for a member', async () => {
    const browser = await signedIn(portal, await someMember(portal, 'reviewer'));
    const answer = await browser.visit('/staff/nothing');
    assert.equal(answer.status, 404);
    assert.match(answer.text, /<body class="desk"/);
    assert.match(answer.text, /href="\/staff"[^>]*><span class="kern-label">Zum Arbeitsplatz/);
  });

  for (const path of ['/de/%E0%A4%A', '/%E0%A4%A', '/de/events/%E0%A4%A']) {
    it(`answer an address that is no text (${path}) without a fault`, async () => {
      const { status } = await request(portal.app).get(path);
      assert.ok(status === 400 || status === 404, String(status));
    });
  }

  const post = (type: string, body: string) =>
    request(portal.app).post('/de/accreditation').set('Content-Type', type).send(body);

  it('answer a form that is too large with 413', async () => {
    const answer = await post('application/x-www-form-urlencoded', `a=${'x'.repeat(2_100_000)}`);
    assert.equal(answer.status, 413);
    assert.match(answer.text, /höchstens 10 MB/);
  });

  it('answer a form with too many fields with 413', async () => {
    const fields = Array.from({ length: 1100 }, (_, at) => `f${at}=1`).join('&');
    assert.equal((await post('application/x-www-form-urlencoded', fields)).status, 413);
  });

  it('answer a form in an unknown encoding with 415', async () => {
    const answer = await post('application/x-www-form-urlencoded; charset=utf-99', 'a=1');
    assert.equal(answer.status, 415);
  });

  it('bear a form that is badly encoded', async () => {
    const { status } = await post('application/x-www-form-urlencoded', 'name=%E0%A4%A&=&&formToken=%');
    assert.ok(status >= 400 && status < 500, String(status));
  });

  it('answer HEAD like GET, without a body', async () => {
    for (const [path, status] of [
      ['/de', 200],
      ['/de/nothing', 404],
    ] as const) {
      const answer = await request(portal.app).head(path);
      assert.equal(answer.status, status);
      assert.equal(answer.text, undefined);
    }
  });

  for (const method of ['put', 'patch', 'delete'] as const) {
    it(`do not know the method ${method.toUpperCase()}`, async () => {
      assert.equal((await request(portal.app)[method]('/de')).status, 404);
    });
  }

  it('still have a page when the database is gone', async () => {
    await portal.db.destroy();
    for (const path of ['/de', '/en/imprint', '/sitemap.xml', '/staff']) {
      const answer = await request(portal.app).get(path);
      assert.equal(answer.status, 500, path);
      assert.match(answer.text, /<h1/);
    }
    await portal.db.initialize();
  });
});
