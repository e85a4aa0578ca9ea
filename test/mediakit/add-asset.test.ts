import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAsset, getPublicAsset } from '../../src/mediakit/index.js';
import { findBrokenEntry } from '../../src/platform/audit.js';
import { openMediaFiles } from '../../src/platform/media-files.js';
import { MORNING, onBothDatabases, type TestPortal } from '../support/portal.js';
import { exampleAsset, photo } from './example-asset.js';

onBothDatabases('adding to the media kit', (open) => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  it('writes rights, files with their check sums and an audit entry', async () => {
    const asset = exampleAsset({ slug: 'saal' });
    await addAsset(portal, 'staff:1', asset, { content: await photo(800, 400) });
    const found = await getPublicAsset(portal.db, 'saal', MORNING);
    assert.deepEqual(found.texts, asset.texts);
    assert.equal(found.credit, 'Musterfoto & Söhne');
    const store = openMediaFiles(portal.config.dataDir);
    assert.equal(found.renditions.length, 3);
    for (const { name, fileName, bytes, sha256 } of found.renditions) {
      const content = readFileSync(join(store.folder, store.pathOf(sha256)));
      assert.equal(fileName, `saal-${name}.jpg`);
      assert.equal(content.length, bytes);
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256);
    }
    const [entry] = await portal.db('audit_entries').select('actor', 'action');
    assert.deepEqual({ ...entry }, { actor: 'staff:1', action: 'asset.added' });
    assert.equal(await findBrokenEntry(portal.db), undefined);
  });

  it('puts the new one at the end', async () => {
    for (const slug of ['eins', 'zwei'])
      await addAsset(portal, 'system', exampleAsset({ slug }), { content: await photo(60, 40) });
    const positions = await portal.db('assets').orderBy('id').pluck('position');
    assert.deepEqual(positions, [1, 2]);
  });

  it('leaves nothing behind when the address is taken', async () => {
    const asset = exampleAsset({ slug: 'saal' });
    await addAsset(portal, 'system', asset, { content: await photo(60, 40) });
    await assert.rejects(addAsset(portal, 'system', asset, { content: await photo(90, 40) }));
    assert.equal((await portal.db('assets').select('id')).length, 1);
    assert.equal((await portal.db('renditions').select('id')).length, 3);
    assert.equal((await portal.db('audit_entries').select('id')).length, 1);
  });
});
