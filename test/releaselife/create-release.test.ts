import assert from 'node:assert/strict';
import { createRelease, createTranslation } from '../../src/releaselife/create-release.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { anEvent } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, historyOf } from './a-draft.js';

onBothDatabases('beginning a release', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('takes the contact of the event in the language of the release, and its address from the title', async () => {
    const event = await anEvent(portal);
    const member = await someMember(portal, 'editor');
    const beginning = { language: 'en' as const, eventId: event.id, title: 'Growing: digital offices' };
    const id = await createRelease(portal, member, beginning);
    const { release, editedBy, atOnce } = await getDeskRelease(portal.db, id);
    assert.equal(release.contact.name, 'Press team, Sample ministry');
    assert.deepEqual([release.state, release.year, release.slug], ['draft', 2024, 'growing-digital-offices']);
    assert.deepEqual([editedBy, atOnce], [member.id, true]);
    assert.deepEqual(await historyOf(portal, id), ['created']);
    assert.equal((await portal.db('audit_entries').orderBy('id', 'desc').first()).action, 'release.created');
  });

  it('gives a second release with the same title an address of its own', async () => {
    const member = await someMember(portal, 'editor');
    const ids = [await aDraft(portal, member), await aDraft(portal, member)];
    const found = await Promise.all(ids.map((id) => getDeskRelease(portal.db, id)));
    const slugs = found.map(({ release }) => release.slug);
    assert.deepEqual(slugs, ['digitale-verwaltung-waechst', 'digitale-verwaltung-waechst-2']);
  });

  it('lets two members begin and translate the same at the same moment', async () => {
    const members = [await someMember(portal, 'editor'), await someMember(portal, 'editor')];
    const ids = await Promise.all(members.map((member) => aDraft(portal, member)));
    const found = await Promise.all(ids.map((id) => getDeskRelease(portal.db, id)));
    assert.equal(new Set(found.map(({ release }) => release.slug)).size, 2);
    const [one, other] = await Promise.all(
      members.map((member) => createTranslation(portal, member, ids[0]!)),
    );
    assert.equal(one, other);
  });

  it('carries into the other language what is the same in both, once', async () => {
    const member = await someMember(portal, 'editor');
    const event = await anEvent(portal);
    const quotes = [{ text: 'Das wächst.', speaker: 'Erika Mustermann', function: 'Sprecherin' }];
    const plan = { eventId: event.id, atOnce: false, publishAt: new Date('2024-10-24T07:15:00Z') };
    const content = { quotes, body: 'Anfang.\n\n[1]\n\nEnde.', assets: ['logo'] };
    const id = await aDraft(portal, member, { content, plan });
    const otherId = await createTranslation(portal, member, id);
    const { release: german } = await getDeskRelease(portal.db, id);
    const { release: english } = await getDeskRelease(portal.db, otherId);
    assert.deepEqual([english.pair, english.language, english.state], [german.pair, 'en', 'draft']);
    assert.deepEqual(english.quotes, [{ text: '', speaker: 'Erika Mustermann', function: '' }]);
    assert.deepEqual([english.body, english.teaser, english.assets], ['[1]', '', ['logo']]);
    assert.deepEqual([english.publishAt, english.eventId], [plan.publishAt, event.id]);
    assert.equal(english.contact.name, 'Press team, Sample ministry');
    assert.equal(await createTranslation(portal, member, id), otherId);
    assert.equal(await createTranslation(portal, member, otherId), id);
  });
});
