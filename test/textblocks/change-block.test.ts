import assert from 'node:assert/strict';
import { Conflict } from '../../src/platform/errors.js';
import type { TextBlock } from '../../src/textblocks/block.js';
import { getBlock, listBlocks } from '../../src/textblocks/block-repository.js';
import { addBlock, changeBlock, moveBlock } from '../../src/textblocks/change-block.js';
import { onBothDatabases, type TestPortal } from '../support/portal.js';

const TEXTS = { label: { de: 'Visitenkarte', en: 'Business card' }, text: { de: 'Bitte.', en: 'Please.' } };

onBothDatabases('changing text blocks', (open) => {
  let portal: TestPortal;
  let first: TextBlock;
  beforeEach(async () => {
    portal = await open();
    first = (await listBlocks(portal.db, 'offered'))[0]!;
  });
  afterEach(() => portal.close());

  const actions = async () => (await portal.db('audit_entries').orderBy('id')).map(({ action }) => action);

  it('starts with the shipped ones, complete in both languages', async () => {
    const blocks = await listBlocks(portal.db, 'offered');
    assert.equal(blocks.length, 10);
    for (const { texts } of blocks)
      for (const words of [texts.label, texts.text]) assert.ok(words.de && words.en && words.de !== words.en);
  });

  it('adds one behind the others, with an audit entry', async () => {
    await addBlock(portal, 'staff:1', TEXTS);
    assert.deepEqual((await listBlocks(portal.db, 'offered')).at(-1)?.texts, TEXTS);
    assert.deepEqual(await actions(), ['text_block.added']);
  });

  it('changes one, unless somebody was faster', async () => {
    await changeBlock(portal, 'staff:1', first, TEXTS);
    assert.deepEqual((await getBlock(portal.db, first.id)).texts, TEXTS);
    await assert.rejects(changeBlock(portal, 'staff:2', first, first.texts), Conflict);
    assert.deepEqual((await getBlock(portal.db, first.id)).texts, TEXTS);
  });

  it('retires one and offers it again, and refuses every other step', async () => {
    await assert.rejects(moveBlock(portal, 'staff:1', first, 'offer'), Conflict);
    await moveBlock(portal, 'staff:1', first, 'retire');
    assert.deepEqual(
      (await listBlocks(portal.db, 'retired')).map(({ id }) => id),
      [first.id],
    );
    const retired = await getBlock(portal.db, first.id);
    await assert.rejects(moveBlock(portal, 'staff:1', retired, 'retire'), Conflict);
    await moveBlock(portal, 'staff:1', retired, 'offer');
    assert.deepEqual(await actions(), ['text_block.retire', 'text_block.offer']);
    assert.equal((await getBlock(portal.db, first.id)).state, 'offered');
  });
});
