import assert from 'node:assert/strict';
import type { Event } from '../../src/events/index.js';
import { toToken } from '../../src/platform/personal-links.js';
import { type Browser, openBrowser, tokenIn } from '../support/browser.js';
import { aFilledForm, anEvent, aPdf, aRequest, aSlot } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';

describe('the form for asking', () => {
  let portal: TestPortal;
  let event: Event;
  let browser: Browser;
  let page: string;
  beforeEach(async () => {
    portal = await openPortal();
    event = await anEvent(portal);
    browser = openBrowser(portal.app);
    page = `/de/events/${event.slug}/accreditation`;
  });
  afterEach(() => portal.close());

  const pdf = (name = 'auftrag.pdf', content = aPdf()) => [{ field: 'proofFile', name, content }];
  const requests = () => portal.db('accreditation_requests');
  const shown = (html: string, name: string) =>
    new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1];

  it('stands at the event, with nothing chosen, no cookie, and the deletion plan in dates', async () => {
    const slot = await aSlot(portal, event);
    const { status, text, headers } = await browser.visit(page);
    assert.equal(status, 200);
    assert.doesNotMatch(text, / checked| selected(?!>Bitte)/);
    assert.match(text, new RegExp(`name="slots\\[\\]" value="${slot.id}"`));
    for (const date of ['7.\u00A0November 2024', '24.\u00A0Januar 2025', 'nach 48 Stunden'])
      assert.ok(text.includes(date), date);
    assert.equal(headers['set-cookie'], undefined);
    assert.match(headers['cache-control']!, /private/);
  });

  it('is complete in English', async () => {
    const { text } = await browser.visit(page.replace('/de/', '/en/'));
    assert.match(text, /<html lang="en">[\s\S]*Apply for accreditation[\s\S]*7\u00A0November 2024/);
  });

  it('begins its way at the home page, and says at the file when it is needed', async () => {
    const { text } = await browser.visit(page);
    assert.match(text, /portal-crumbs[\s\S]*?href="\/de">Start</);
    assert.match(text, /for="proofFile">[^<]+<span class="kern-label__optional">\(je nach Nachweis\)/);
  });

  it('is unknown for an event that does not exist or is a draft', async () => {
    const draft = await anEvent(portal, { state: 'draft' });
    for (const slug of ['nirgendwo', draft.slug])
      assert.equal((await browser.visit(`/de/events/${slug}/accreditation`)).status, 404);
  });

  it('takes a request with its proof and leads to the waiting page', async () => {
    const answer = await browser.upload(page, aFilledForm({ proofKind: 'assignment' }), pdf());
    assert.equal(answer.status, 303);
    const waiting = await browser.visit(answer.headers.location!);
    assert.match(waiting.text, /mara\.musterfeld@beispielbote\.example/);
    assert.equal((await requests()).length, 1);
  });

  it('looks the same for a second request of the same person', async () => {
    await aRequest(portal, { event, input: { email: 'mara.musterfeld@beispielbote.example' } });
    const second = await browser.upload(page, aFilledForm());
    const other = await browser.upload(page, aFilledForm({ email: 'mira@bote.example' }));
    const [one, two] = [
      await browser.visit(second.headers.location!),
      await browser.visit(other.headers.location!),
    ];
    const neutral = (html: string) =>
      html
        .replaceAll(/mara\.musterfeld@beispielbote\.example|mira@bote\.example/g, 'ADDRESS')
        .replaceAll(/value="[^"]{40,}"/g, 'TOKEN')
        .replaceAll(/sent\/[\w.-]+/g, 'LINK');
    assert.equal(neutral(one.text), neutral(two.text));
  });

  it('shows wrong entries again with a message at each field, a summary and everything typed', async () => {
    const slot = await aSlot(portal, event);
    const fields = aFilledForm({
      email: 'mara.bote.example',
      note: '<b>Hallo</b>',
      'slots[]': String(slot.id),
    });
    const { status, text } = await browser.upload(page, fields);
    assert.equal(status, 400);
    assert.match(text, /<title>Fehler: /);
    assert.match(text, /<a class="kern-link" href="#email">In der E-Mail-Adresse fehlt das Zeichen @/);
    assert.match(text, /id="email-error"/);
    assert.equal(shown(text, 'email'), 'mara.bote.example');
    assert.equal(shown(text, 'lastName'), 'Musterfeld');
    assert.match(text, /&lt;b&gt;Hallo&lt;\/b&gt;/);
    assert.match(text, new RegExp(`value="${slot.id}" checked`));
    assert.match(text, /id="privacyNotice"[^>]* checked/);
    assert.match(text, /<details class="portal-more" open>/);
    assert.deepEqual(await requests(), []);
  });

  it('names the chosen file and asks for it again when something else is wrong', async () => {
    const fields = aFilledForm({ proofKind: 'assignment', phone: '' });
    const { status, text } = await browser.upload(page, fields, pdf('Auftrag Mara.pdf'));
    assert.equal(status, 400);
    assert.match(text, /Bitte wählen Sie die Datei „Auftrag Mara\.pdf“ noch einmal aus/);
  });

  it('answers 413 to a file over 10 MB and keeps everything else', async () => {
    const fields = aFilledForm({ proofKind: 'assignment' });
    const { status, text } = await browser.upload(page, fields, pdf('gross.pdf', aPdf(11 * 1024 * 1024)));
    assert.equal(status, 413);
    assert.match(text, /„gross\.pdf“ ist größer als 10/);
    assert.equal(shown(text, 'phone'), '+49 170 0000000');
  });

  it('answers 415 to a file that is no PDF, JPEG or PNG, whatever its name', async () => {
    const fields = aFilledForm({ proofKind: 'press_card' });
    const { status, text } = await browser.upload(
      page,
      fields,
      pdf('ausweis.pdf', Buffer.from('MZ program')),
    );
    assert.equal(status, 415);
    assert.match(text, /„ausweis\.pdf“ ist kein lesbares PDF/);
  });

  it('answers 403 with a fresh token and everything typed when the form is too old', async () => {
    const { status, text } = await browser.upload(page, aFilledForm({ formToken: 'old' }), pdf());
    assert.equal(status, 403);
    assert.equal(shown(text, 'lastName'), 'Musterfeld');
    assert.match(text, /auftrag\.pdf/);
    const again = await browser.upload(page, aFilledForm({ formToken: tokenIn(text) }));
    assert.equal(again.status, 303);
  });

  it('gives a robot the form back, and a person whose browser filled the trap another try', async () => {
    const { status, text } = await browser.upload(page, aFilledForm({ homepage: 'https://spam.example' }));
    assert.equal(status, 400);
    assert.match(text, /Bitte senden Sie noch einmal ab/);
    assert.doesNotMatch(text, /spam\.example/);
    assert.equal(shown(text, 'lastName'), 'Musterfeld');
    assert.deepEqual(await requests(), []);
  });

  it('takes two clicks for one', async () => {
    const formToken = await browser.tokenAt(page);
    const first = await browser.upload(page, aFilledForm({ formToken }));
    const second = await browser.upload(page, aFilledForm({ formToken }));
    assert.equal(second.headers.location, first.headers.location);
    assert.equal((await requests()).length, 1);
  });

  it('says before the opening when it opens, and after the closing what to do', async () => {
    portal.moveClock(new Date('2024-09-20T08:00:00Z'));
    const before = await browser.visit(page);
    assert.match(before.text, /noch nicht geöffnet[\s\S]*1\.\u00A0Oktober 2024/);
    portal.moveClock(new Date('2024-10-22T16:00:00Z'));
    const after = await browser.visit(page);
    assert.match(
      after.text,
      /geschlossen[\s\S]*22\.\u00A0Oktober 2024[\s\S]*mailto:presse@ministerium\.example/,
    );
    assert.doesNotMatch(after.text, /name="lastName"/);
  });

  it('answers 409 right after the closing and keeps what was typed', async () => {
    const formToken = await browser.tokenAt(page);
    portal.moveClock(new Date('2024-10-22T16:00:00Z'));
    const { status, text } = await browser.upload(page, aFilledForm({ formToken }));
    assert.equal(status, 409);
    assert.match(text, /Antragsschluss ist gerade vorbei/);
    assert.equal(shown(text, 'lastName'), 'Musterfeld');
    assert.doesNotMatch(text, /id="send"/);
    assert.deepEqual(await requests(), []);
  });

  it('leads the second of two clicks to its request although the form closed in between', async () => {
    const formToken = await browser.tokenAt(page);
    const first = await browser.upload(page, aFilledForm({ formToken }));
    portal.moveClock(new Date('2024-10-22T16:00:00Z'));
    const second = await browser.upload(page, aFilledForm({ formToken }));
    assert.equal(second.headers.location, first.headers.location);
  });

  it('is filled in for a returning journalist, without proof, and for nobody else', async () => {
    const earlier = await aRequest(portal, { event, input: { jobTitle: 'Redakteurin' } });
    const { id, linkVersion: version } = earlier;
    const from = toToken(portal.keys, { purpose: 'prefill', id, version });
    const { text, headers } = await browser.visit(`${page}?from=${from}`);
    assert.equal(shown(text, 'jobTitle'), 'Redakteurin');
    assert.equal(shown(text, 'imprintUrl'), '');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    const status = toToken(portal.keys, { purpose: 'status', id, version });
    for (const wrong of ['x', status, toToken(portal.keys, { purpose: 'prefill', id, version: version + 1 })])
      assert.equal(shown((await browser.visit(`${page}?from=${wrong}`)).text, 'lastName'), '');
  });
});

describe('the form for asking, asked too often', () => {
  it('answers 429 with everything typed, and stops writing to one mailbox before that', async () => {
    const portal = await openPortal('sqlite', { rateLimits: true });
    const { slug } = await anEvent(portal);
    const browser = openBrowser(portal.app);
    const page = `/de/events/${slug}/accreditation`;
    const statuses = [];
    for (let count = 0; count < 61; count += 1) statuses.push(await browser.upload(page, aFilledForm()));
    const last = statuses.pop()!;
    assert.deepEqual([...new Set(statuses.map(({ status }) => status))], [303]);
    assert.equal(last.status, 429);
    assert.match(last.headers['retry-after']!, /^\d+$/);
    assert.match(last.text, /value="Musterfeld"/);
    assert.equal((await portal.sendMails()).length, 6);
    await portal.close();
  });
});
