import assert from 'node:assert/strict';
import express, { type Express } from 'express';
import request from 'supertest';
import type { Clock } from '../../src/platform/clock.js';
import {
  endSession,
  leaveNotice,
  offerSessionToken,
  requireSessionToken,
  staffSession,
  startSession,
  takeNotice,
} from '../../src/platform/session.js';
import { deleteExpiredSessions, endSessionsOf, IDLE_MS } from '../../src/platform/session-store.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('the session of the desk', (open) => {
  let portal: TestPortal;
  let app: Express;
  let now: Date;
  const realClock: Clock = { now: () => now };
  beforeEach(async () => {
    portal = await open();
    now = new Date('2026-03-01T12:00:00Z');
    app = smallDesk();
  });
  afterEach(() => portal.close());

  /** Just enough of a desk to see who is signed in. */
  function smallDesk(): Express {
    const desk = express.Router();
    desk.use(express.urlencoded({ extended: false }));
    desk.use(
      staffSession({ ...portal, realClock }),
      offerSessionToken,
      requireSessionToken(['/staff/files']),
    );
    desk.get('/token', (_req, res) => void res.send(res.locals.formToken()));
    desk.get(
      '/who',
      (req, res) => void res.json({ who: req.session.staffId ?? null, notice: takeNotice(req) }),
    );
    desk.post('/in', async (req, res) => {
      await startSession(req, Number(req.body.id));
      leaveNotice(req, 'hello');
      res.sendStatus(204);
    });
    desk.post('/out', async (req, res) => {
      await endSession(req);
      res.sendStatus(204);
    });
    return express()
      .use('/staff', desk)
      .use(
        (error: Error & { status?: number }, _req: express.Request, res: express.Response, _next: unknown) =>
          void res.sendStatus(error.status ?? 500),
      );
  }

  const browser = () => request.agent(app);
  type Agent = ReturnType<typeof browser>;
  const post = async (agent: Agent, path: string, fields: Record<string, unknown> = {}) => {
    const formToken = (await agent.get('/staff/token')).text;
    return agent
      .post(path)
      .type('form')
      .send({ formToken, ...fields });
  };
  const signIn = async (id: number) => {
    const agent = browser();
    await post(agent, '/staff/in', { id });
    return agent;
  };
  const whoIs = async (agent: Agent) => (await agent.get('/staff/who')).body.who;

  it('knows who signed in, from the cookie for /staff alone', async () => {
    const agent = browser();
    const answer = await post(agent, '/staff/in', { id: 7 });
    assert.match(String(answer.headers['set-cookie']), /^desk=.*; Path=\/staff;.*HttpOnly; SameSite=Lax/);
    assert.equal(await whoIs(agent), 7);
    assert.equal(await whoIs(browser()), null);
  });

  it('leaves no cookie on a visit that writes nothing down', async () => {
    assert.equal((await browser().get('/staff/who')).headers['set-cookie'], undefined);
  });

  it('gets a new number at sign-in, so that a cookie slipped in before is worth nothing', async () => {
    const agent = browser();
    const before = (await agent.get('/staff/token')).headers['set-cookie']![0]!.split(';')[0]!;
    await post(agent, '/staff/in', { id: 7 });
    const stranger = await request(app).get('/staff/who').set('Cookie', before);
    assert.equal(stranger.body.who, null);
  });

  it('keeps its number only as a hash', async () => {
    const agent = browser();
    const answer = await post(agent, '/staff/in', { id: 7 });
    const number = /desk=s%3A([^.]+)\./.exec(String(answer.headers['set-cookie']))![1]!;
    assert.doesNotMatch(JSON.stringify(await portal.db('staff_sessions')), new RegExp(number));
  });

  it('refuses a POST without the token, with that of another session, and after the sign-in changed it', async () => {
    const agent = await signIn(7);
    assert.equal((await agent.post('/staff/out').type('form').send({})).status, 403);
    const foreign = (await browser().get('/staff/token')).text;
    assert.equal((await agent.post('/staff/out').type('form').send({ formToken: foreign })).status, 403);
    assert.equal(await whoIs(agent), 7);
  });

  it('ends with signing out, in this browser only', async () => {
    const [here, there] = [await signIn(7), await signIn(7)];
    await post(here, '/staff/out');
    assert.deepEqual([await whoIs(here), await whoIs(there)], [null, 7]);
  });

  it('can be ended for one person everywhere', async () => {
    const [one, two, other] = [await signIn(7), await signIn(7), await signIn(8)];
    await endSessionsOf(portal.db, 7);
    assert.deepEqual([await whoIs(one), await whoIs(two), await whoIs(other)], [null, null, 8]);
  });

  it('ends after eight idle hours, and not while somebody works', async () => {
    const agent = await signIn(7);
    for (let round = 0; round < 3; round += 1) {
      now = new Date(now.getTime() + IDLE_MS - 60_000);
      assert.equal(await whoIs(agent), 7);
    }
    now = new Date(now.getTime() + IDLE_MS + 1);
    assert.equal(await whoIs(agent), null);
    await deleteExpiredSessions(portal.db, now);
    assert.deepEqual(await portal.db('staff_sessions').whereNotNull('staff_id'), []);
  });

  it('says a notice once', async () => {
    const agent = await signIn(7);
    assert.equal((await agent.get('/staff/who')).body.notice.key, 'hello');
    assert.equal((await agent.get('/staff/who')).body.notice, undefined);
  });

  it('travels over TLS only in production', async () => {
    portal.config.production = true;
    app = smallDesk();
    app.set('trust proxy', true);
    const answer = await request(app).get('/staff/token').set('X-Forwarded-Proto', 'https');
    assert.match(String(answer.headers['set-cookie']), /^__Secure-desk=.*; Secure/);
  });

  it('refuses a multipart form without the token wherever no file belongs', async () => {
    const agent = browser();
    await post(agent, '/staff/in', { id: 1 });
    const answer = await agent.post('/staff/out').field('anything', 'at all');
    assert.equal(answer.status, 403);
    assert.equal((await agent.get('/staff/who')).body.who, 1, 'still signed in');
  });
});
