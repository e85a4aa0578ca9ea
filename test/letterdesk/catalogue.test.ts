/** Every letter the portal writes is in the catalogue, with placeholders that its writer really fills. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DECISIONS } from '../../src/accreditation/index.js';
import * as alerting from '../../src/alerts/mails.js';
import * as asking from '../../src/application/mails.js';
import { NO_WORDS } from '../../src/decisions/demands.js';
import * as deciding from '../../src/decisions/mails.js';
import { takenInLetter } from '../../src/intake/mails.js';
import { CATALOGUE } from '../../src/letterdesk/catalogue.js';
import { problemsOf } from '../../src/letterdesk/placeholders.js';
import { digestLetter, noticeLetter } from '../../src/notices/notice-letters.js';
import { OCCASIONS } from '../../src/notices/notices.js';
import { EMPTY_OPERATOR } from '../../src/operator/index.js';
import { translator } from '../../src/platform/i18n.js';
import { LANGUAGES } from '../../src/platform/languages.js';
import { placeholdersIn, shippedLetter } from '../../src/platform/letters.js';
import type { Letter } from '../../src/platform/outbox.js';
import { fromRoot } from '../../src/platform/paths.js';
import { previewLetter } from '../../src/previews/mails.js';
import * as reminding from '../../src/reminders/mails.js';
import { withdrawnLetter } from '../../src/selfservice/mails.js';
import { invitationLetter, signInLetter } from '../../src/signin/mails.js';
import { exampleRelease } from '../newsroom/example-release.js';
import { anEvent, aRequest } from '../support/factories.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';

/** The keys of all shipped letters, from the texts. */
function shippedKeys(): string[] {
  const folder = fromRoot('src/locales/de');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { letters = {} } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return Object.keys(letters).map((name) => `${file.replace('.json', '')}:letters.${name}`);
    });
}

/** Every letter the code names in full; names put together from parts are found by their texts. */
function keysInCode(): string[] {
  return readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('letterdesk/'))
    .flatMap((file) => [
      ...readFileSync(fromRoot(`src/${file}`), 'utf8').matchAll(/['`](\w+:letters\.\w+)['`]/g),
    ])
    .map(([, key]) => key!);
}

describe('the catalogue of letters', () => {
  it('holds every letter of the portal and no other (a new one gets its line in src/letterdesk/catalogue.ts)', () => {
    assert.deepEqual(CATALOGUE.map(({ key }) => key).sort(), shippedKeys().sort());
    const known = CATALOGUE.map(({ key }) => key);
    assert.deepEqual(
      keysInCode().filter((key) => !known.includes(key)),
      [],
    );
  });

  for (const entry of CATALOGUE) {
    it(`explains ${entry.key}, whose shipped texts keep its own rules`, () => {
      for (const lang of LANGUAGES) {
        const t = translator(lang);
        t(`letterdesk:about.${entry.group}.${entry.name}.title`);
        t(`letterdesk:about.${entry.group}.${entry.name}.use`);
        for (const text of Object.values(entry.placeholders)) {
          t(`letterdesk:placeholders.${text}.meaning`);
          t(`letterdesk:placeholders.${text}.sample`, { baseUrl: '' });
        }
        assert.deepEqual(problemsOf(entry, shippedLetter(entry.key, lang)), [], lang);
      }
      assert.deepEqual(
        entry.required.filter((name) => !(name in entry.placeholders)),
        [],
      );
    });
  }

  it('explains nothing that no letter has', () => {
    const used = new Set(CATALOGUE.flatMap(({ placeholders }) => Object.values(placeholders)));
    const { placeholders } = JSON.parse(readFileSync(fromRoot('src/locales/de/letterdesk.json'), 'utf8'));
    assert.deepEqual(
      Object.keys(placeholders).filter((name) => !used.has(name)),
      [],
    );
  });

  it('reads placeholders as letters are filled', () => {
    assert.deepEqual(placeholdersIn('{a} { b } {a} {c_1}'), ['a', 'c_1']);
  });
});

/** Every letter, composed by the function that really writes it. */
async function allLetters(portal: TestPortal): Promise<Letter[]> {
  const { db, clock } = portal;
  const event = await anEvent(portal);
  const request = await aRequest(portal, { event });
  const member = await someMember(portal);
  const about = { request, event, operator: EMPTY_OPERATOR, granted: [], sentence: '', at: clock.now() };
  const link = { id: 1, staffId: member.id, purpose: 'invitation', version: 1 } as const;
  const baseUrl = 'https://press.example';
  const asked = [asking.alreadyAskedLetter, asking.lostLinkLetter, asking.prefillLetter];
  return Promise.all([
    asking.confirmLetter(db, event, request),
    asking.receivedLetter(db, event, request),
    takenInLetter(db, event, request, 'list'),
    ...asked.map((write) => write(db, event, request, 'de')),
    ...DECISIONS.map((decision) => deciding.decisionLetter(db, about, { ...NO_WORDS, decision })),
    deciding.messageLetter(db, about, 'Hallo'),
    reminding.enquiryReminder(db, { request, event, history: [] }),
    reminding.visitReminder(db, { request, event, history: [], slots: [], wishes: [] }),
    reminding.undecidedLetter(db, { member, undecided: [], now: clock.now(), baseUrl }),
    withdrawnLetter(db, event, request),
    previewLetter(db, event, [{ id: 1, ...exampleRelease({ embargoUntil: event.startsAt }) }], {
      request,
      version: 1,
    }),
    ...OCCASIONS.map((occasion) => noticeLetter(db, { request, event, occasion, member, baseUrl })),
    digestLetter(db, { news: [], member, baseUrl }),
    invitationLetter(db, member, link),
    signInLetter(db, member, link),
    ...(await lettersToTheList(portal)),
  ]);
}

async function lettersToTheList({ db, clock }: TestPortal): Promise<Letter[]> {
  const wishes = { languages: [], topics: [] };
  const subscriber = { id: 1, email: 'a@b.example', lang: 'de', failures: 0, wishes } as const;
  const asked = { ...subscriber, askedAt: clock.now(), confirmedAt: undefined, pausedAt: undefined };
  const release = { ...exampleRelease(), id: 1 };
  const around = { operator: EMPTY_OPERATOR, baseUrl: 'https://press.example', files: [] };
  const recipient = { id: 1, email: 'a@b.example', informed: true };
  return Promise.all([
    alerting.confirmLetter(db, EMPTY_OPERATOR, asked),
    alerting.subscribedLetter(db, EMPTY_OPERATOR, asked, 'de'),
    ...(['release', 'correction', 'withdrawal'] as const).map(async (kind) =>
      alerting.releaseLetter(await alerting.releaseText(db, kind, release, around), kind, 'de', recipient),
    ),
  ]);
}

describe('a letter that uses all the placeholders it is offered', () => {
  it('is filled by whoever writes it', async () => {
    const portal = await openPortal();
    try {
      const { id } = await someMember(portal);
      for (const { key, placeholders } of CATALOGUE) {
        const names = Object.keys(placeholders).map((name) => `{${name}}`);
        const text = { subject: 'Alle', body: names.join(' ') };
        const texts = JSON.stringify({ de: text, en: text });
        await portal
          .db('letter_versions')
          .insert({ key, number: 1, texts, changed_by: id, changed_at: 'now' });
      }
      const letters = await allLetters(portal);
      assert.deepEqual(
        letters.filter(({ subject }) => subject !== 'Alle').map(({ kind }) => kind),
        [],
        'the shipped text came instead: a placeholder is missing among the values',
      );
      assert.deepEqual(letters.map(({ kind }) => kind).sort(), CATALOGUE.map(({ key }) => key).sort());
    } finally {
      await portal.close();
    }
  });
});
