import assert from 'node:assert/strict';
import { listVersions } from '../../src/newsroom/index.js';
import { Conflict } from '../../src/platform/errors.js';
import { correctRelease } from '../../src/releaselife/correct-release.js';
import { getDeskRelease } from '../../src/releaselife/desk-release-repository.js';
import { Overtaken } from '../../src/releaselife/overtaken.js';
import type { Member } from '../../src/staff/index.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { someMember } from '../support/staff.js';
import { aDraft, CONTENT, historyOf, move, seenOf } from './a-draft.js';

const NOON = new Date('2024-10-10T10:00:00Z');

onBothDatabases('correcting a release', (open) => {
  let portal: TestPortal;
  let ute: Member;
  let id: number;
  beforeEach(async () => {
    portal = await open();
    ute = await someMember(portal, 'editor');
    id = await aDraft(portal, ute);
    await move(portal, ute, id, 'publish');
    portal.moveClock(NOON);
  });
  afterEach(() => portal.close());

  const correct = async (content: Partial<typeof CONTENT>, note = 'Richtig sind 500.') =>
    correctRelease(portal, ute, await seenOf(portal, id), {
      content: { ...CONTENT, ...content },
      mending: { kind: 'correct', note },
    });
  const mend = async (content: Partial<typeof CONTENT>) =>
    correctRelease(portal, ute, await seenOf(portal, id), {
      content: { ...CONTENT, ...content },
      mending: { kind: 'mend' },
    });

  it('makes a new version with a public note, and keeps the one before', async () => {
    await correct({ teaser: 'Rund 500.' });
    const { release } = await getDeskRelease(portal.db, id);
    assert.deepEqual([release.state, release.version, release.updatedAt], ['corrected', 2, NOON]);
    assert.deepEqual(release.correction, { at: NOON, text: 'Richtig sind 500.' });
    assert.deepEqual([release.publishAt, release.slug], [MORNING, 'digitale-verwaltung-waechst']);
    const versions = await listVersions(portal.db, release);
    assert.deepEqual(
      versions.map(({ version, content }) => [version, content.teaser]),
      [
        [2, 'Rund 500.'],
        [1, CONTENT.teaser],
      ],
    );
    assert.deepEqual(await historyOf(portal, id), ['created', 'saved', 'publish', 'correct']);
  });

  it('mends a typo without a version, a note or a new date', async () => {
    await mend({ teaser: 'Der Vorspann!' });
    const { release } = await getDeskRelease(portal.db, id);
    assert.deepEqual([release.teaser, release.version, release.correction], ['Der Vorspann!', 1, undefined]);
    assert.deepEqual(release.updatedAt, MORNING);
    assert.equal((await listVersions(portal.db, release)).length, 1);
    assert.equal((await portal.db('audit_entries').orderBy('id', 'desc').first()).action, 'release.mend');
  });

  it('keeps the address when the title changes', async () => {
    await correct({ title: 'Ganz anders' });
    assert.equal((await getDeskRelease(portal.db, id)).release.slug, 'digitale-verwaltung-waechst');
  });

  it('is no way to publish a gap, to correct a draft, or to overwrite a colleague', async () => {
    await assert.rejects(correct({ body: '' }), Conflict);
    const draft = await aDraft(portal, ute);
    const mending = { kind: 'mend' as const };
    const content = { ...CONTENT, teaser: 'Anders.' };
    await assert.rejects(
      correctRelease(portal, ute, await seenOf(portal, draft), { content, mending }),
      Conflict,
    );
    const seen = await seenOf(portal, id);
    await mend({ teaser: 'Zuerst.' });
    await assert.rejects(correctRelease(portal, ute, seen, { content, mending }), Overtaken);
    assert.equal((await getDeskRelease(portal.db, id)).release.teaser, 'Zuerst.');
  });
});
