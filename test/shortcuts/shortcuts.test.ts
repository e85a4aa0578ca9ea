import assert from 'node:assert/strict';
import { KEY_GROUPS, KEYS } from '../../src/shortcuts/shortcuts.js';

describe('single keys', () => {
  it('mean one thing each', () => {
    const keys = Object.values(KEYS);
    assert.deepEqual(
      keys.filter((key, at) => keys.indexOf(key) !== at),
      [],
    );
  });

  it('all stand in the help sheet, once', () => {
    assert.deepEqual(Object.values(KEY_GROUPS).flat().sort(), Object.keys(KEYS).sort());
  });
});
