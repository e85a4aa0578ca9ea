import assert from 'node:assert/strict';
import { joinBlocks } from '../../src/textblocks/join.js';

describe('joining text blocks with own words', () => {
  for (const [name, own, blocks, joined] of [
    ['nothing is nothing', '', [], ''],
    ['own words stay as they are', ' Bitte den Auftrag. ', [], 'Bitte den Auftrag.'],
    ['blocks alone are enough', '', ['Eins.', 'Zwei.'], 'Eins.\n\nZwei.'],
    ['blocks come before own words', 'Danke!', ['Eins.'], 'Eins.\n\nDanke!'],
    ['what stands in the text is not doubled', 'Eins.\r\n\r\nDanke!', ['Eins.'], 'Eins.\n\nDanke!'],
  ] as const) {
    it(name, () => assert.equal(joinBlocks(own, blocks), joined));
  }
});
