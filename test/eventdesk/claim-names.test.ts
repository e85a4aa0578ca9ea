import assert from 'node:assert/strict';
import { changeEvent } from '../../src/eventdesk/change-event.js';
import { copyEvent } from '../../src/eventdesk/copy-event.js';
import { createEvent } from '../../src/eventdesk/create-event.js';
import { type Event, insertEvent } from '../../src/events/index.js';
import { anEvent, aSlot } from '../support/factories.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

onBothDatabases('names given away by two people at the same moment', (open) => {
  let portal: TestPortal;
  let draft: Event;
  beforeEach(async () => {
    portal = await open();
    draft = await anEvent(portal, { state: 'draft' });
    await aSlot(portal, draft);
  });
  afterEach(() => portal.close());

  type Names = Pick<Event, 'slug' | 'shortCode'>;

  /** The colleague's event is written, but nobody else can see it yet when `save` looks at the names. */
  async function justBehind<T>(colleague: Names, save: () => Promise<T>): Promise<T> {
    const trx = await portal.db.transaction();
    await insertEvent(trx, { ...draft, ...colleague }, portal.clock.now());
    const saved = save();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await trx.commit();
    return saved;
  }

  const acts = {
    creating: (names: Names) => createEvent(portal, 'staff:1', { ...draft, ...names }),
    copying: (names: Names) => copyEvent(portal, 'staff:1', draft.slug, { ...names, startDay: new Date() }),
    changing: (names: Names) => changeEvent(portal, 'staff:1', draft, { ...draft, ...names }),
  };
  for (const [name, act] of Object.entries(acts)) {
    it(`are told to the slower one, ${name}, and nothing of theirs is kept`, async () => {
      const slug = { slug: 'neu', shortCode: 'B1' };
      assert.deepEqual(await justBehind({ slug: 'neu', shortCode: 'A1' }, () => act(slug)), {
        ok: false,
        taken: ['slug'],
      });
      const code = { slug: 'zwei', shortCode: 'NEU25' };
      assert.deepEqual(await justBehind({ slug: 'eins', shortCode: 'NEU25' }, () => act(code)), {
        ok: false,
        taken: ['shortCode'],
      });
      assert.deepEqual(
        (await portal.db('events').orderBy('id')).map(({ slug }) => slug),
        [draft.slug, 'neu', 'eins'],
      );
      assert.equal((await portal.db('slots')).length, 1);
      assert.deepEqual(await portal.db('audit_entries'), []);
    });
  }

  it('do not hide another fault', async () => {
    const broken = { ...draft, slug: 'neu', shortCode: 'NEU25', startsAt: new Date(Number.NaN) };
    await assert.rejects(createEvent(portal, 'staff:1', broken), RangeError);
  });
});
