import assert from 'node:assert/strict';
import { getPublicAsset } from '../../src/mediakit/index.js';
import { newsArticle } from '../../src/newsroom/release-article-page.js';
import { addPhoto } from '../mediakit/example-asset.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { exampleCopy } from './example-copy.js';
import { exampleRelease } from './example-release.js';

describe('a release as search engines read it', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  async function article() {
    await addPhoto(portal, { slug: 'saal' });
    const assets = [await getPublicAsset(portal.db, 'saal', portal.clock.now())];
    const release = { id: 1, ...exampleRelease({ slug: 'meldung', version: 3 }) };
    const around = { translation: undefined, assets, baseUrl: 'https://press.example' };
    return JSON.parse(JSON.stringify(newsArticle(release, exampleCopy(release), around)));
  }

  it('has pictures with credit and licence, and the drawn one', async () => {
    const [photo, card] = (await article()).image;
    assert.equal(photo.contentUrl, 'https://press.example/media/saal/web');
    assert.equal(photo.creditText, 'Musterfoto & Söhne');
    assert.equal(photo.license, 'https://creativecommons.org/licenses/by/4.0/');
    assert.equal(photo.acquireLicensePage, 'https://press.example/de/media/saal');
    assert.equal(card.url, 'https://press.example/de/press/2024/meldung/card.png?version=3');
  });

  it('has its version, its issuer, its place, its length and its files', async () => {
    const { version, publisher, contentLocation, wordCount, encoding } = await article();
    assert.equal(version, 3);
    assert.deepEqual(publisher, { '@type': 'GovernmentOrganization', name: 'Musterministerium' });
    assert.equal(contentLocation.name, 'Musterstadt');
    assert.equal(wordCount, 10);
    assert.deepEqual(
      encoding.map((file: { encodingFormat: string }) => file.encodingFormat),
      ['application/pdf', 'text/plain', 'text/markdown', 'application/json'],
    );
  });
});
