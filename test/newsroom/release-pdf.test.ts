import assert from 'node:assert/strict';
import { releasePdf } from '../../src/newsroom/release-pdf.js';
import { exampleCopy } from './example-copy.js';

describe('a release as PDF', () => {
  it('is tagged in its language, with headings, quote and list', async () => {
    const pdf = (await releasePdf(exampleCopy({ body: '## Mitte\n\n- eins\n- zwei\n\n[1]' }))).toString(
      'latin1',
    );
    assert.match(pdf, /\/Lang \(de\)/);
    for (const tag of ['H1', 'H2', 'BlockQuote', 'L', 'LI', 'P'])
      assert.ok(pdf.includes(`/S /${tag}\n`), tag);
    assert.match(pdf, /\/URI \(https:\/\/press\.example\/de\/press\/2024\/meldung\)/);
  });

  it('has a bookmark for every heading, below the title', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await releasePdf(exampleCopy({ title: 'Über “alles”', body: '## Mitte\n\nText' }));
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
    const outline = await (await task.promise).getOutline();
    await task.destroy();
    assert.deepEqual(
      outline.map(({ title, items }) => [title, items.map((item) => item.title)]),
      [['Über “alles”', ['Mitte', 'Hintergrund', 'Kontakt']]],
    );
  });

  it('goes on for as many pages as it needs', async () => {
    const pdf = (await releasePdf(exampleCopy({ body: 'Ein Absatz.\n\n'.repeat(120) }))).toString('latin1');
    assert.match(pdf, /\/Count [3-9]/);
  });

  it('is the same file for the same text', async () => {
    const copy = exampleCopy();
    assert.deepEqual(await releasePdf(copy), await releasePdf(copy));
  });
});
