import assert from 'node:assert/strict';
import { fitted, outlined } from '../../src/platform/outlined-text.js';

const room = { width: 600, height: 142, sizes: [60, 40], weight: 'SemiBold' } as const;

describe('text as outlines', () => {
  it('stays large while it fits, and gets smaller before it is cut', async () => {
    assert.deepEqual(await fitted('Kurz', room), { lines: ['Kurz'], size: 60 });
    assert.equal(
      (await fitted('Ein Titel, der etwas länger als zwei der großen Zeilen wird', room)).size,
      40,
    );
    assert.deepEqual((await fitted('Acht Wörter stehen hier in zwei gleichen Zeilen', room)).lines, [
      'Acht Wörter stehen hier',
      'in zwei gleichen Zeilen',
    ]);
    const long = await fitted('Wort '.repeat(60), room);
    assert.equal(long.lines.length, 3);
    assert.equal(long.size, 40);
    assert.ok(long.lines[2]!.endsWith('…'));
  });

  it('cuts a word that is wider than the line', async () => {
    const [line] = (await fitted('Donaudampfschifffahrtsgesellschaftskapitänsmützenband', room)).lines;
    assert.match(line!, /^Donaudampf.*…$/);
  });

  it('keeps every word', async () => {
    const text = 'Öffentliche Dienste für alle';
    assert.equal((await fitted(text, room)).lines.join(' '), text);
  });

  it('draws one path for each letter, and nothing that could act', async () => {
    const svg = await outlined('<b>&', { x: 0, y: 0, size: 20, weight: 'Regular', colour: '#fff' });
    assert.equal(svg.match(/<path /g)?.length, 4);
    assert.doesNotMatch(svg, /<b>|&/);
  });
});
