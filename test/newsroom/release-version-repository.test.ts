import assert from 'node:assert/strict';
import {
  contentOf,
  findRelease,
  keepVersion,
  listVersions,
  updateRelease,
} from '../../src/newsroom/index.js';
import { listVersionMoments } from '../../src/newsroom/release-version-repository.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';
import { addRelease } from './example-release.js';

onBothDatabases('former versions of a release', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('stay as the public read them, the newest first', async () => {
    const first = await addRelease(portal.db, { title: 'Rund 400 Angemeldete' });
    assert.deepEqual(await listVersions(portal.db, first), [
      { version: 1, updatedAt: first.updatedAt, correction: undefined, content: contentOf(first) },
    ]);
    const correction = { at: new Date('2024-10-02T08:00:00Z'), text: 'Richtig sind 500.' };
    const second = {
      ...first,
      title: 'Rund 500 Angemeldete',
      version: 2,
      updatedAt: correction.at,
      correction,
    };
    await portal.db.transaction(async (trx) => {
      await keepVersion(trx, first);
      await updateRelease(trx, second);
    });
    const found = await findRelease(portal.db, first.id);
    assert.deepEqual(found, second);
    const versions = await listVersions(portal.db, found!);
    assert.deepEqual(
      await listVersionMoments(portal.db, found!),
      versions.map(({ version, updatedAt }) => ({ version, updatedAt })),
    );
    assert.deepEqual(
      versions.map(({ version, correction, content }) => [version, correction?.text, content.title]),
      [
        [2, 'Richtig sind 500.', 'Rund 500 Angemeldete'],
        [1, undefined, 'Rund 400 Angemeldete'],
      ],
    );
  });
});
