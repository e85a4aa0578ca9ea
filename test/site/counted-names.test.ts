import assert from 'node:assert/strict';
import { namesOfCounted } from '../../src/site/counted-names.js';
import { addPhoto } from '../mediakit/example-asset.js';
import { addRelease } from '../newsroom/example-release.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('what stands at a counted address', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await open();
  });
  after(() => portal.close());

  it('is named by the title of the release or the picture, in the language of the reader where there is a choice', async () => {
    await addPhoto(portal, { slug: 'saal' });
    const { slug, year, title } = await addRelease(portal.db);
    const paths = [
      '/media/saal/print',
      '/en/media/saal',
      `/de/press/${year}/${slug}`,
      `/de/press/${year}/${slug}.pdf`,
      '/de/press',
      '/de/media/kongress.zip',
      '/media/weg/web',
    ];
    const names = await namesOfCounted(portal.db, 'en', paths);
    assert.deepEqual(
      [...names],
      [
        ['/media/saal/print', 'The hall'],
        ['/en/media/saal', 'The hall'],
        [`/de/press/${year}/${slug}`, title],
        [`/de/press/${year}/${slug}.pdf`, title],
      ],
    );
    assert.equal((await namesOfCounted(portal.db, 'en', [])).size, 0);
  });
});
