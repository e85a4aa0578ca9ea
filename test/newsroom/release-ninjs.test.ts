import assert from 'node:assert/strict';
import { z } from 'zod';
import { releaseNinjs } from '../../src/newsroom/release-ninjs.js';
import { addPhoto } from '../mediakit/example-asset.js';
import { openBrowser } from '../support/browser.js';
import { openPortal, type TestPortal } from '../support/portal.js';
import { exampleCopy } from './example-copy.js';
import { addRelease, exampleRelease } from './example-release.js';

/** The rules of ninjs 3.3 for what we send: unknown names are refused, moments have seconds and an offset. */
const moment = z.iso.datetime({ offset: true });
const texts = z.array(
  z.strictObject({ role: z.string(), contentType: z.string(), value: z.string().min(1) }),
);
const rendition = z.strictObject({
  name: z.string(),
  href: z.url(),
  contentType: z.string(),
  title: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sizeInBytes: z.int().optional(),
});
const item = {
  uri: z.url(),
  type: z.enum(['text', 'picture', 'graphic']),
  representationType: z.enum(['full', 'partial']).optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  version: z.string().optional(),
  firstCreated: moment.optional(),
  versionCreated: moment.optional(),
  embargoedUntil: moment.optional(),
  language: z.string().optional(),
  slugline: z.string().optional(),
  located: z.string().optional(),
  by: z.string().optional(),
  copyrightHolder: z.string().optional(),
  copyrightNotice: z.string().optional(),
  usageTerms: z.string().optional(),
  edNote: z.string().optional(),
  headlines: texts.optional(),
  descriptions: texts.optional(),
  renditions: z.array(rendition).optional(),
  rightsInfo: z.strictObject({ linkedRights: z.url() }).optional(),
};
const ninjs = z.strictObject({
  ...item,
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.3'), schema: z.url() }),
  bodies: z.array(
    z.strictObject({
      role: z.string(),
      contentType: z.string(),
      charCount: z.int().optional(),
      wordCount: z.int().optional(),
      value: z.string(),
    }),
  ),
  people: z.array(z.strictObject({ name: z.string(), rel: z.string() })),
  organisations: z.array(
    z.strictObject({
      name: z.string(),
      rel: z.string(),
      contactInfo: z.array(
        z.strictObject({ type: z.string(), role: z.string(), name: z.string(), value: z.string() }),
      ),
    }),
  ),
  associations: z.array(z.strictObject({ ...item, name: z.string(), rel: z.string() })),
});

const around = { translation: undefined, assets: [], baseUrl: 'https://press.example' };
const made = (...[changes, now]: [Parameters<typeof exampleRelease>[0], Date?]) => {
  const release = { id: 1, ...exampleRelease({ slug: 'meldung', ...changes }) };
  return ninjs.parse(JSON.parse(releaseNinjs(release, exampleCopy(release, 'de', now), around)));
};

describe('a release as ninjs', () => {
  it('keeps the rules of the standard, with title, text in two forms, counts and who speaks', () => {
    const release = made({});
    assert.equal(release.uri, 'https://press.example/de/press/2024/meldung');
    assert.equal(release.headlines![0]!.value, 'Die Titelzeile');
    assert.deepEqual(
      release.bodies.map(({ role, contentType }) => [role, contentType]),
      [
        ['main', 'text/plain'],
        ['main', 'text/html'],
        ['boilerplate', 'text/plain'],
      ],
    );
    assert.match(release.bodies[1]!.value, /<blockquote><p>„Das ist ein Zitat\.“ – Erika Mustermann/);
    assert.equal(release.bodies[0]!.wordCount, 10);
    assert.deepEqual(release.people, [{ name: 'Erika Mustermann', rel: 'quoted' }]);
    assert.equal(release.edNote, undefined);
    assert.equal(release.pubStatus, 'usable');
  });

  it('has the same rules for a release with nothing but a title', () => {
    made({ subtitle: '', teaser: '', body: '', quotes: [], place: '', boilerplate: '' });
  });

  it('says its version, and in the note for the desk what was corrected', () => {
    const at = new Date('2024-10-02T09:20:00Z');
    const release = made({ version: 2, updatedAt: at, correction: { at, text: 'Richtig sind 24.' } });
    assert.equal(release.version, '2');
    assert.equal(release.firstCreated, '2024-10-01T10:00:00+02:00');
    assert.equal(release.versionCreated, '2024-10-02T11:20:00+02:00');
    assert.match(release.edNote!, /^Berichtigt \(.+\): Richtig sind 24\.$/);
  });

  it('is withheld while its embargo holds, and says so', () => {
    const embargoUntil = new Date('2024-10-24T07:15:00Z');
    const release = made({ embargoUntil }, new Date('2024-10-24T07:14:59Z'));
    assert.equal(release.pubStatus, 'withheld');
    assert.equal(release.embargoedUntil, '2024-10-24T09:15:00+02:00');
    assert.match(release.edNote!, /^Sperrfrist: /);
    assert.equal(made({ embargoUntil }, embargoUntil).embargoedUntil, undefined);
  });
});

describe('a release as ninjs, asked for', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await openPortal();
  });
  afterEach(() => portal.close());

  it('names its pictures with credit, licence and files, and its translation', async () => {
    await addPhoto(portal, { slug: 'saal' });
    await addRelease(portal.db, { pair: 'p', slug: 'meldung', assets: ['saal'] });
    await addRelease(portal.db, { pair: 'p', slug: 'news', language: 'en', title: 'The news' });
    const { text } = await openBrowser(portal.app).visit('/de/press/2024/meldung.json');
    const { associations } = ninjs.parse(JSON.parse(text));
    const [translation, picture] = associations;
    assert.equal(translation!.uri, 'https://press.example/en/press/2024/news');
    assert.equal(translation!.language, 'en');
    assert.equal(picture!.copyrightNotice, 'Musterfoto & Söhne');
    assert.equal(picture!.rightsInfo!.linkedRights, 'https://creativecommons.org/licenses/by/4.0/');
    assert.deepEqual(
      picture!.descriptions!.map(({ role }) => role),
      ['caption', 'alt'],
    );
    assert.ok(picture!.renditions!.some(({ href }) => href === 'https://press.example/media/saal/web'));
  });
});
