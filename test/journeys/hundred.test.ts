/** A hundred requests decided in a row by keyboard only: from the filtered list to its end, undone once, each once. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { seedRequests } from '../../src/demo/index.js';
import { axeFindings } from '../support/chromium.js';
import { atTheDesk } from '../support/desk.js';
import { glanceAndGo, lookQuickly, pressAndGo, tabTo } from '../support/keyboard.js';
import { type LivePortal, openLivePortal } from '../support/live-portal.js';

const DECIDED = /[?&]decided=/;
/** What a key of the desk does, and where it leads. */
const DECISIONS = {
  a: { step: 'approve', state: 'approved' },
  r: { step: 'reject', state: 'rejected' },
  n: { step: 'enquire', state: 'info_requested' },
  w: { step: 'waitlist', state: 'waitlisted' },
} as const;
type Key = keyof typeof DECISIONS;
interface Received {
  id: number;
  reference: string;
  email: string;
}

/** Out of ten: six approved, two rejected, one asked for more, one on the waiting list. */
const ROW: readonly Key[] = ['a', 'a', 'r', 'a', 'n', 'a', 'a', 'w', 'r', 'a'];
const keyAt = (number: number): Key => ROW[number % ROW.length]!;
/** Approved by mistake, undone and rejected. */
const MISTAKEN = 40;

describe('a hundred requests', () => {
  let portal: LivePortal;
  before(async () => {
    portal = await openLivePortal();
    // With what the demo has, exactly a hundred of them have just come in.
    await seedRequests(portal, 350);
  });
  after(() => portal.close());

  const listReceived = (): Promise<Received[]> =>
    portal
      .db('accreditation_requests')
      .where({ state: 'received' })
      .orderBy(['confirmed_at', 'id'])
      .select('id', 'reference', 'email');

  it('are decided in a row by keyboard, each opening by itself, each once', async () => {
    const waiting = await listReceived();
    assert.equal(waiting.length, 100);
    await atTheDesk(portal, 'reviewer', async (page) => {
      await lookQuickly(page);
      await filterTheList(page);
      await lookAround(page);
      await enter(page, 'main th a', /\/requests\/[\w-]+\?tab=received&assigned=nobody$/);
      for (const [number, { reference }] of waiting.entries()) {
        assert.equal(new URL(page.url()).pathname, `/staff/requests/${reference}`, 'opened by itself');
        if (number % 50 === 0) await lookAround(page);
        if (number % 10 === 0) await judgeProof(page);
        if (number === MISTAKEN) await approveAndUndo(page, reference);
        await decide(page, number === MISTAKEN ? 'r' : keyAt(number), number === MISTAKEN);
        assert.ok(page.url().includes(`decided=${reference}`));
      }
      assert.match(page.url(), /\/staff\/requests\?tab=received&assigned=nobody&decided=/);
      assert.match(await main(page), /Das war der letzte Antrag dieser Liste\./);
      await lookAround(page);
    });
    assert.deepEqual(await listReceived(), []);
    for (const [number, request] of waiting.entries()) await assertDecidedOnce(request, number);
    // Some three hundred pages: on a busy machine longer than the other journeys.
  }).timeout(240_000);

  const main = (page: Page): Promise<string> => page.locator('main').innerText();

  async function lookAround(page: Page): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await axeFindings(page), [], `${page.url()}, ${colorScheme}`);
    }
  }

  async function enter(page: Page, selector: string, to: RegExp): Promise<void> {
    await tabTo(page, selector);
    await pressAndGo(page, 'Enter', to);
  }

  /** From the first page of the desk: what is new, and assigned to nobody. */
  async function filterTheList(page: Page): Promise<void> {
    await enter(page, 'nav a[href="/staff/requests"]', /\/staff\/requests$/);
    await enter(page, 'a[href="/staff/requests?tab=received"]', /tab=received/);
    await tabTo(page, '#assigned');
    await page.keyboard.type('niemand');
    await enter(page, '.desk-filter > [type=submit]', /assigned=nobody/);
    assert.match(await main(page), /100/);
  }

  async function judgeProof(page: Page): Promise<void> {
    await glanceAndGo(page, '1', /#proof$/);
    assert.match(await main(page), /Gespeichert: Gültig\./);
  }

  async function approveAndUndo(page: Page, reference: string): Promise<void> {
    await glanceAndGo(page, 'a', DECIDED);
    await glanceAndGo(page, 'z', new RegExp(`/${reference}\\?tab=received&assigned=nobody$`));
    assert.match(await main(page), /ist rückgängig gemacht\. Es ging kein Schreiben hinaus\./);
  }

  /** The page of a decision begins in its first field; Esc leaves the fields, and the same key sends. */
  async function decide(page: Page, key: Key, withPreview: boolean): Promise<void> {
    if (key === 'a') return glanceAndGo(page, 'a', DECIDED);
    await glanceAndGo(page, key, /\/decide\//);
    await page.keyboard.press('Space');
    if (key === 'n') assert.notEqual(await page.inputValue('#text'), '', 'the block stands in the text');
    if (key === 'r') {
      await tabTo(page, '#text');
      await page.keyboard.type('Die Plätze waren schon vergeben.');
    }
    if (withPreview) {
      await enter(page, '[formaction]', /\/decide\/reject/);
      assert.match(await main(page), /Verwaltungsgericht/);
      await lookAround(page);
    }
    await page.keyboard.press('Escape');
    await glanceAndGo(page, key, DECIDED);
  }

  async function assertDecidedOnce({ id, reference, email }: Received, number: number): Promise<void> {
    const { db } = portal;
    const undone = number === MISTAKEN;
    const { step, state } = DECISIONS[undone ? 'r' : keyAt(number)];
    const request = await db('accreditation_requests').where({ id }).first();
    assert.equal(request.state, state, reference);
    assert.ok(request.decided_at, reference);
    assert.equal(request.shown_state, 'received', 'the letter has not left');

    const steps = await db('request_history')
      .where({ request_id: id, actor_name: 'Ben Stempel' })
      .whereNot({ step: 'verdict' })
      .orderBy('id')
      .pluck('step');
    assert.deepEqual(steps, undone ? ['approve', 'undo', step] : [step], reference);

    const letters = await db('outgoing_mails')
      .where({ about: `request:${id}`, after_sent: 'decision' })
      .orderBy('id')
      .select('state', 'recipient');
    const waiting = { state: 'waiting', recipient: email };
    assert.deepEqual(letters, undone ? [{ ...waiting, state: 'cancelled' }, waiting] : [waiting], reference);
  }
});
