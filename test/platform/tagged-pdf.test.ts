import assert from 'node:assert/strict';
import { makePdf } from '../../src/platform/tagged-pdf.js';

const FACTS = {
  lang: 'de',
  title: 'Faktenblatt',
  author: 'Amt',
  createdAt: new Date('2024-10-08T08:00:00Z'),
} as const;

describe('a PDF for reading', () => {
  it('has its language, is tagged and carries its fonts', async () => {
    const pdf = (await makePdf(FACTS, [{ text: 'Titel', tag: 'H1' }, { text: 'Absatz' }])).toString('latin1');
    assert.match(pdf, /^%PDF-1\.7/);
    assert.match(pdf, /\/Lang \(de\)/);
    assert.match(pdf, /\/Marked true/);
    assert.match(pdf, /\/DisplayDocTitle true/);
    assert.match(pdf, /\/S \/H1/);
    assert.match(pdf, /\/FontFile2/);
    assert.doesNotMatch(pdf, /Helvetica/);
  });

  it('makes one list of items that follow each other', async () => {
    const items = ['eins', 'zwei'].map((text) => ({ text, tag: 'LI' }));
    const pieces = [...items, { text: 'dazwischen' }, ...items];
    const pdf = (await makePdf(FACTS, pieces)).toString('latin1');
    assert.equal(pdf.match(/\/S \/L\n/g)?.length, 2);
    assert.equal(pdf.match(/\/S \/LI\n/g)?.length, 4);
  });

  it('hangs the words of an item beside its dash or number', async () => {
    const items = ['- eins', '10. zehn', 'ohne Zeichen'].map((text) => ({ text, tag: 'LI' }));
    const pdf = (await makePdf(FACTS, items)).toString('latin1');
    assert.equal(pdf.match(/\/S \/Lbl\n/g)?.length, 2);
    assert.equal(pdf.match(/\/S \/LBody\n/g)?.length, 3);
  });

  it('is the same file for the same text', async () => {
    const pieces = [{ text: 'Absatz', bold: true }];
    assert.deepEqual(await makePdf(FACTS, pieces), await makePdf(FACTS, pieces));
  });
});
