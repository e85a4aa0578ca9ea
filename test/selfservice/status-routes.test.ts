import assert from 'node:assert/strict';
import {
  addMessage,
  changeRequest,
  STATES,
  setSlotWishes,
  subjectOf,
} from '../../src/accreditation/index.js';
import { EMPTY_OPERATOR, saveOperator } from '../../src/operator/index.js';
import { LANGUAGES } from '../../src/platform/languages.js';
import { queueMail } from '../../src/platform/outbox.js';
import { findWaitingProposal, proposeDecision, returnProposal } from '../../src/proposals/index.js';
import { addNote } from '../../src/review/add-note.js';
import { giveVerdict, readJudgedProofs } from '../../src/verdicts/index.js';
import { type Applicant, aHistoryEntry, anApplicant, tokenFor } from '../support/applicant.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { aPdf, aSlot } from '../support/factories.js';
import { wordsIn } from '../support/pdf-reader.js';
import { MORNING, openPortal, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

describe('the status page', () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  after(() => portal.close());

  it('says in both languages where the request stands, in every state', async () => {
    for (const state of STATES) {
      const { token, request } = await anApplicant(portal, { state });
      for (const lang of LANGUAGES) {
        const page = await browser.visit(`/${lang}/accreditation/${token}`);
        assert.equal(page.status, 200, state);
        assert.ok(page.text.includes(request.reference));
        assert.match(page.text, /<h1[^>]*>[^<]{10,}<\/h1>/);
      }
    }
  });

  it('tells nobody else: not stored, no referrer, not indexed, no cookie', async () => {
    const { page } = await anApplicant(portal);
    const { headers } = await browser.visit(page);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(headers['x-robots-tag'] ?? '', /noindex/);
    assert.equal(headers['set-cookie'], undefined);
  });

  it('promises the answer date, and is honest when it has passed', async () => {
    const { page } = await anApplicant(portal, { state: 'received' });
    assert.match((await browser.visit(page)).text, /spätestens am 23\.\u00A0Oktober 2024, 12:00/);
    portal.moveClock(new Date('2024-10-23T10:00:01Z'));
    assert.match((await browser.visit(page)).text, /haben das nicht geschafft/);
    portal.moveClock(MORNING);
  });

  it('shows what is asked, until when, and the form to answer right there', async () => {
    const { page, request } = await anApplicant(portal, { state: 'info_requested' });
    const details = { text: 'Bitte <b>einen</b> Nachweis', due: '2024-10-15T16:00:00.000Z' };
    await aHistoryEntry(portal, request, { step: 'enquire', state: 'info_requested', details });
    const { text } = await browser.visit(page);
    assert.match(text, /Bitte &lt;b&gt;einen/);
    assert.match(text, /bis 15\.\u00A0Oktober 2024, 18:00/);
    assert.match(text, /Jetzt sind Sie dran\./);
    assert.match(text, /Oder eine Datei<\/label>/);
    assert.match(text, /action="[^"]+\/answer"/);
    assert.equal(text.includes('Petra Prüferin'), false);
    portal.moveClock(new Date('2024-10-15T16:00:01Z'));
    assert.match((await browser.visit(page)).text, /Die Frist endete am 15\.\u00A0Oktober/);
    portal.moveClock(MORNING);
  });

  it('lets an enquiry run until the end of its day, as the letter says', async () => {
    const { page, request } = await anApplicant(portal, { state: 'info_requested' });
    const details = { text: 'Nachweis', due: '2024-10-14T21:59:00.000Z' };
    await aHistoryEntry(portal, request, { step: 'enquire', state: 'info_requested', details });
    assert.match(
      (await browser.visit(page)).text,
      /antworten Sie bis einschließlich 14\.\u00A0Oktober 2024\./,
    );
  });

  it('leads back to the home page, and not to the lost link', async () => {
    const { page, request } = await anApplicant(portal, { state: 'received' });
    const crumbs =
      /<nav class="portal-crumbs"[\s\S]*?<\/nav>/.exec((await browser.visit(page)).text)?.[0] ?? '';
    assert.match(crumbs, /href="\/de">Start</);
    assert.match(crumbs, new RegExp(`aria-current="page">Ihr Antrag ${request.reference}<`));
    assert.equal(crumbs.includes('/de/accreditation"'), false);
  });

  it('gives a rejection its reasons, legal basis, remedy and contact', async () => {
    const both = (text: string) => ({ de: text, en: text });
    const operator = {
      ...EMPTY_OPERATOR,
      legalBasis: both('§ 4 **ThürPrG**'),
      legalRemedy: both('Klage binnen Monatsfrist'),
    };
    await saveOperator(portal.db, operator, 0, MORNING);
    const { page, request } = await anApplicant(portal, { state: 'rejected' });
    const details = { text: 'Kein Bezug zu journalistischer Arbeit' };
    await aHistoryEntry(portal, request, { step: 'reject', state: 'rejected', details });
    const { text } = await browser.visit(page);
    for (const words of [
      details.text,
      '<strong>ThürPrG</strong>',
      'Klage binnen',
      'presse@ministerium.example',
    ])
      assert.ok(text.includes(words), words);
    assert.equal(/href="[^"]+\/(edit|withdraw|badge\.pdf)"/.test(text), false);
  });

  it('marks the words of the team as German on the English page', async () => {
    const { page, request } = await anApplicant(portal, { state: 'rejected' });
    const details = { reason: 'no_proof', text: 'Kein Bezug zu journalistischer Arbeit' };
    await aHistoryEntry(portal, request, { step: 'reject', state: 'rejected', details });
    const { text } = await browser.visit(page.replace('/de/', '/en/'));
    assert.match(text, /<p class="portal-typed" lang="de">Kein Bezug/);
    assert.equal(text.match(/<p class="portal-typed" lang="de">/g)?.length, 2, 'the reason too');
  });

  it('offers badge, calendar, way and contact to the approved, in the language of the page', async () => {
    const { page, token, request, event } = await anApplicant(portal, { state: 'approved_limited' });
    const slot = await aSlot(portal, event);
    await setSlotWishes(portal.db, request.id, [slot.id]);
    const details = { limits: 'Nur Großer Saal', granted: String(slot.id), declined: '' };
    await aHistoryEntry(portal, request, { step: 'approve_limited', state: 'approved_limited', details });
    const { text } = await browser.visit(page);
    for (const words of ['badge.pdf', 'event.ics', 'Eingang Nord.', 'Nur Großer Saal', '(zugesagt)'])
      assert.ok(text.includes(words), words);
    const badge = await browser.visit(`/en/accreditation/${token}/badge.pdf`);
    assert.equal(badge.headers['content-type'], 'application/pdf');
    assert.match(wordsIn(badge.body), /PRESS\nExample congress[\s\S]*Nur Großer Saal/);
    const calendar = await browser.visit(`${page}/event.ics`);
    assert.match(calendar.headers['content-type'] ?? '', /^text\/calendar/);
    assert.match(calendar.text, /BEGIN:VEVENT/);
  });

  it('refuses badge and calendar in every other state', async () => {
    for (const state of STATES.filter((each) => !each.startsWith('approved'))) {
      const { page } = await anApplicant(portal, { state });
      for (const file of ['badge.pdf', 'event.ics']) {
        const answer = await browser.visit(`${page}/${file}`);
        assert.equal(answer.status, 409, state);
        assert.match(answer.text, /nur, solange eine Zulassung gilt/);
      }
    }
  });
});

describe('a decision whose letter has not left', () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  after(() => portal.close());

  const SECRET = 'Nur vor der Tür';

  async function waitingFor(
    step: 'approve_limited' | 'reject' | 'reapprove_limited',
    was: 'in_review' | 'approved_limited',
  ) {
    const state = step === 'reject' ? 'rejected' : 'approved_limited';
    const decision = {
      decision: 'approve_limited',
      reason: '',
      text: SECRET,
      limits: SECRET,
      at: MORNING,
    } as const;
    const applicant = await anApplicant(portal, { state, shownState: was, change: { decision } });
    if (was === 'approved_limited')
      await aHistoryEntry(portal, applicant.request, {
        step: 'approve_limited',
        state: was,
        details: { limits: 'Saal 1' },
      });
    const details = { text: SECRET, limits: SECRET };
    await aHistoryEntry(portal, applicant.request, { step, state, details, shownAt: undefined });
    const letter = { kind: 'x', to: 'a@b.example', lang: 'de', subject: SECRET, body: SECRET } as const;
    const about = subjectOf(applicant.request);
    const notBefore = new Date(MORNING.getTime() + 600_000);
    await portal.db.transaction((trx) =>
      queueMail(trx, { ...letter, about, notBefore, afterSent: 'x' }, MORNING),
    );
    const slot = await aSlot(portal, applicant.event);
    await setSlotWishes(portal.db, applicant.request.id, [slot.id]);
    await portal.db('request_slots').update({ state: 'granted' });
    return applicant;
  }
  const dataOf = async ({ page }: Applicant) => (await browser.visit(`${page}/data.json`)).text;

  for (const step of ['approve_limited', 'reject'] as const) {
    it(`does not show in page, data or badge (${step})`, async () => {
      const applicant = await waitingFor(step, 'in_review');
      const texts = [(await browser.visit(applicant.page)).text, await dataOf(applicant)];
      for (const text of texts) {
        assert.equal(/Zugelassen|Abgelehnt|Auflage|approve|reject|zugesagt/.test(text), false);
        assert.equal(text.includes(SECRET), false);
        assert.match(text, /In Prüfung/);
      }
      assert.equal((await browser.visit(`${applicant.page}/badge.pdf`)).status, 409);
    });
  }

  it('leaves page, data and badge as the approval before it said', async () => {
    const applicant = await waitingFor('reapprove_limited', 'approved_limited');
    const badge = wordsIn((await browser.visit(`${applicant.page}/badge.pdf`)).body);
    for (const text of [(await browser.visit(applicant.page)).text, await dataOf(applicant), badge]) {
      assert.ok(text.includes('Saal 1'));
      assert.equal(text.includes(SECRET), false);
    }
  });

  it('says whom to ask once nobody can write here any more', async () => {
    const closed = await anApplicant(portal, { state: 'withdrawn' });
    const { text } = await browser.visit(closed.page);
    assert.match(text, /hier können Sie nicht mehr schreiben[\s\S]*mailto:presse@ministerium\.example/);
    assert.doesNotMatch(text, /<textarea/);
    const open = await anApplicant(portal, { state: 'approved' });
    assert.doesNotMatch((await browser.visit(open.page)).text, /nicht mehr schreiben/);
  });

  it('keeps one thread of both sides, in the order in which it was read here', async () => {
    const { request, page } = await anApplicant(portal);
    const later = new Date(MORNING.getTime() + 600_000);
    const from = { documentId: undefined, at: MORNING };
    await addMessage(portal.db, request.id, {
      ...from,
      direction: 'to_applicant',
      author: 'Petra Prüferin',
      text: 'Wo ist der Auftrag?',
      shownAt: later,
    });
    await addMessage(portal.db, request.id, {
      ...from,
      direction: 'from_applicant',
      author: 'applicant',
      text: 'Wo parken wir?',
      shownAt: MORNING,
    });
    const { text } = await browser.visit(page);
    assert.match(
      text,
      /Sie<\/strong>[\s\S]*Wo parken wir\?[\s\S]*Das Team<\/strong>[\s\S]*Wo ist der Auftrag\?/,
    );
    assert.doesNotMatch(text, /Petra/);
  });
});

describe('own data', () => {
  let portal: TestPortal;
  let browser: Browser;
  before(async () => {
    portal = await openPortal();
    browser = openBrowser(portal.app);
  });
  after(() => portal.close());

  const upload = async (applicant: Applicant) => {
    await browser.upload(
      applicant.page,
      { text: 'Hier' },
      [{ field: 'file', name: 'auftrag.pdf', content: aPdf() }],
      `${applicant.page}/answer`,
    );
    return JSON.parse((await browser.visit(`${applicant.page}/data.json`)).text);
  };

  it('is everything given, with messages, history, letters and files, as a file to keep', async () => {
    const applicant = await anApplicant(portal, { state: 'info_requested', input: { accessNeeds: 'Rampe' } });
    await portal.sendMails();
    await aHistoryEntry(portal, applicant.request, { step: 'enquire', state: 'info_requested' });
    const data = await upload(applicant);
    assert.equal(data.reference, applicant.request.reference);
    assert.equal(data.given.person.email, applicant.request.email);
    assert.equal(data.given.needs.accessNeeds, 'Rampe');
    assert.deepEqual(
      data.messages.map(({ text }: { text: string }) => text),
      ['Hier'],
    );
    assert.ok(data.letters.length > 0);
    assert.ok(data.history.some(({ by }: { by: string }) => by === 'team'));
    assert.equal(JSON.stringify(data).includes('Petra'), false);
    const [document] = data.documents;
    assert.deepEqual([document.name, document.bytes], ['auftrag.pdf', aPdf().length]);
    const { headers } = await browser.visit(`${applicant.page}/data.json`);
    assert.match(headers['content-disposition'] ?? '', /^attachment; filename="?[^"]+\.json"?$/);
    const file = await browser.visit(document.address.replace('https://press.example', ''));
    assert.deepEqual(file.body, aPdf());
    assert.match(file.headers['content-disposition'] ?? '', /^attachment; filename="?auftrag\.pdf/);
  });

  it('is also what the team wrote for itself, without its names, and nothing that is still to be decided', async () => {
    const applicant = await anApplicant(portal, { state: 'in_review' });
    const { reference } = applicant.request;
    const by = await someMember(portal, 'reviewer', { name: 'Petra Prüferin' });
    const second = await someMember(portal, 'reviewer', { name: 'Jan Zweitblick' });
    await addNote(portal, { reference, text: 'Am Telefon sehr freundlich.', by });
    const proof = (await readJudgedProofs(portal.db, [applicant.request])).get(applicant.request.id)![0]!
      .proof;
    const verdict = {
      proof: proof.key,
      verdict: 'not_valid',
      reason: 'Die Seite ist leer.',
      seen: 0,
    } as const;
    await giveVerdict(portal, { reference, ...verdict, by });
    const propose = (text: string) =>
      proposeDecision(portal, {
        ...{ reference, version: undefined, by },
        words: { decision: 'reject', reason: 'no_proof', text },
      });
    const read = async () => JSON.parse((await browser.visit(`${applicant.page}/data.json`)).text);
    await propose('Zu streng.');
    assert.deepEqual((await read()).internal.droppedProposals, []);
    const proposalId = (await findWaitingProposal(portal.db, applicant.request.id))!.id;
    await returnProposal(portal, { reference, proposalId, by: second, answer: 'Bitte nachfragen.' });
    await propose('Noch offen.');
    const data = await read();
    assert.deepEqual(data.internal.notes, [
      { at: MORNING.toISOString(), text: 'Am Telefon sehr freundlich.' },
    ]);
    const [judged] = data.internal.verdicts;
    assert.deepEqual(
      [judged.verdict, judged.inWords, judged.reason],
      ['not_valid', 'Ungültig', 'Die Seite ist leer.'],
    );
    const [proposed, ...others] = data.internal.droppedProposals;
    assert.deepEqual([proposed.text, proposed.answer, others], ['Zu streng.', 'Bitte nachfragen.', []]);
    assert.doesNotMatch(JSON.stringify(data), /Petra|Zweitblick|Noch offen/);
    assert.equal(data.source, 'von Ihnen über das Formular');
  });

  it('says where it came from when it was a list', async () => {
    const { page, request } = await anApplicant(portal);
    const entry = { step: 'take_in', state: 'received', details: { import: '1' } } as const;
    await aHistoryEntry(portal, request, entry);
    assert.match((await browser.visit(page)).text, /Vom Presseteam aus einer Liste aufgenommen/);
    assert.match((await browser.visit(`${page}/data.json`)).text, /"source": "aus einer Liste von Anträgen/);
  });

  it('never holds files of somebody else', async () => {
    const owner = await anApplicant(portal, { state: 'info_requested' });
    const [document] = (await upload(owner)).documents;
    const other = await anApplicant(portal);
    for (const id of [document.id, 4711, 'x', '1e3', '-1'])
      assert.equal((await browser.visit(`${other.page}/documents/${id}`)).status, 404);
  });

  it('is closed to an old version of the link', async () => {
    const { request, page } = await anApplicant(portal);
    const renewed = await changeRequest(portal.db, request, { linkVersion: 2 }, MORNING);
    assert.equal((await browser.visit(`${page}/data.json`)).status, 404);
    assert.equal(
      (await browser.visit(`/de/accreditation/${tokenFor(portal, renewed)}/data.json`)).status,
      200,
    );
  });
});
