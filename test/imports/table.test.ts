import assert from 'node:assert/strict';
import { MAX_LIST_BYTES, MAX_ROWS, MESSAGE_HEADINGS, readTable } from '../../src/imports/table.js';
import { translator } from '../../src/platform/i18n.js';

const HEAD = 'Nachname;Vorname;E-Mail';
const read = (text: string) => readTable(Buffer.from(text));
const refusal = (content: Buffer | string): [number, string] => {
  const table = readTable(Buffer.from(content as string));
  assert.ok(!table.ok);
  return [table.status, typeof table.message === 'string' ? table.message : table.message.key];
};

describe('a file as a table', () => {
  const rows = [{ position: 2, cells: ['Müßig', 'Zoë', 'zoe@bote.example'] }];
  const headings = ['Nachname', 'Vorname', 'E-Mail'];
  const expected = { ok: true, headings, rows };
  const text = `${HEAD}\r\nMüßig;Zoë;zoe@bote.example\r\n`;

  for (const [name, content] of Object.entries({
    'UTF-8': Buffer.from(text),
    'UTF-8 with its mark': Buffer.from(`\ufeff${text}`),
    'Windows-1252': Buffer.from(text, 'latin1'),
    'UTF-16 from Excel': Buffer.from(`\ufeff${text}`, 'utf16le'),
    commas: Buffer.from(text.replaceAll(';', ',')),
    tabs: Buffer.from(text.replaceAll(';', '\t')),
    'plain line ends': Buffer.from(text.replaceAll('\r\n', '\n')),
    'a last line without end': Buffer.from(text.trimEnd()),
  }))
    it(`is read from ${name}`, () => assert.deepEqual(readTable(content), expected));

  it('keeps what quotes hold together, and counts rows as a spreadsheet does, over empty ones', () => {
    const table = read(
      `${HEAD}\n\n;;\n"Muster; feld";"Ma ""M"" ra";a@b.example\n"Zwei\nZeilen";B;c@d.example\n`,
    );
    assert.ok(table.ok);
    assert.deepEqual(table.rows, [
      { position: 4, cells: ['Muster; feld', 'Ma "M" ra', 'a@b.example'] },
      { position: 5, cells: ['Zwei\nZeilen', 'B', 'c@d.example'] },
    ]);
  });

  it('leaves out the column that the table for mending adds', () => {
    const table = read(`${MESSAGE_HEADINGS[0]};${HEAD}\nTelefon fehlt;Muster;Mara;m@b.example`);
    assert.ok(table.ok);
    assert.deepEqual(table.headings, headings);
    assert.deepEqual(table.rows[0]?.cells, ['Muster', 'Mara', 'm@b.example']);
    for (const lang of ['de', 'en'] as const)
      assert.ok(MESSAGE_HEADINGS.includes(translator(lang)('imports:csv.message')));
  });

  const cases: [string, Buffer | string, [number, string]][] = [
    ['nothing', '', [400, 'imports:errors.empty']],
    ['blanks only', '\r\n;;\r\n', [400, 'imports:errors.empty']],
    ['too many bytes', Buffer.alloc(MAX_LIST_BYTES + 1, 'a'), [413, 'imports:errors.tooBig']],
    ['an Excel workbook', 'PK\u0003\u0004xl/workbook', [415, 'imports:errors.workbook']],
    ['a PDF', '%PDF-1.4\nbla;bla', [415, 'imports:errors.noCsv']],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), [415, 'imports:errors.noCsv']],
    ['one column', 'Nachname\nMuster', [415, 'imports:errors.noColumns']],
    ['no headings', 'Muster;Mara;m@b.example\n', [400, 'imports:errors.noHeadings']],
    ['headings only', HEAD, [400, 'imports:errors.noRows']],
    ['a quote without end', `${HEAD}\n"Muster;Mara;m@b.example\n`, [400, 'imports:errors.broken']],
    ['too many rows', `${HEAD}\n${'a;b;c\n'.repeat(MAX_ROWS + 1)}`, [413, 'imports:errors.manyRows']],
    ['too many columns', `${'x;'.repeat(61)}\n1;2`, [400, 'imports:errors.manyColumns']],
  ];
  for (const [name, content, expectedRefusal] of cases)
    it(`is refused with a sentence of its own: ${name}`, () =>
      assert.deepEqual(refusal(content), expectedRefusal));
});
