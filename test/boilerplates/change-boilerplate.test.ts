import assert from 'node:assert/strict';
import type { Boilerplate } from '../../src/boilerplates/boilerplate.js';
import { getBoilerplate, listBoilerplates } from '../../src/boilerplates/boilerplate-repository.js';
import {
  addBoilerplate,
  changeBoilerplate,
  moveBoilerplate,
} from '../../src/boilerplates/change-boilerplate.js';
import { Conflict } from '../../src/platform/errors.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const TEXTS = { label: { de: 'Haus', en: 'House' }, text: { de: 'Über uns.', en: 'About us.' } };

onBothDatabases('changing boilerplates', (open) => {
  let portal: TestPortal;
  let first: Boilerplate;
  beforeEach(async () => {
    portal = await open();
    await addBoilerplate(portal, 'staff:1', TEXTS);
    first = (await listBoilerplates(portal.db, 'offered'))[0]!;
  });
  afterEach(() => portal.close());

  const actions = async () => (await portal.db('audit_entries').orderBy('id')).map(({ action }) => action);

  it('adds one, with an audit entry', async () => {
    assert.deepEqual(first.texts, TEXTS);
    assert.deepEqual(await actions(), ['boilerplate.added']);
  });

  it('changes one, unless somebody was faster', async () => {
    const changed = { ...TEXTS, text: { de: 'Neu.', en: 'New.' } };
    await changeBoilerplate(portal, 'staff:1', first, changed);
    await assert.rejects(changeBoilerplate(portal, 'staff:2', first, TEXTS), Conflict);
    assert.deepEqual((await getBoilerplate(portal.db, first.id)).texts, changed);
  });

  it('retires one and offers it again, and refuses every other step', async () => {
    await assert.rejects(moveBoilerplate(portal, 'staff:1', first, 'offer'), Conflict);
    await moveBoilerplate(portal, 'staff:1', first, 'retire');
    assert.deepEqual(await listBoilerplates(portal.db, 'offered'), []);
    await moveBoilerplate(portal, 'staff:1', await getBoilerplate(portal.db, first.id), 'offer');
    assert.deepEqual(await actions(), ['boilerplate.added', 'boilerplate.retire', 'boilerplate.offer']);
  });
});
