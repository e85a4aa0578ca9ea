import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import readXlsxFile from 'read-excel-file/node';
import type { Cell } from '../../src/exports/cell.js';
import { columnName, openXlsx } from '../../src/exports/requests-xlsx.js';

async function written(head: string[], ...batches: Cell[][][]): Promise<Buffer> {
  async function* rows() {
    yield* batches;
  }
  return buffer(await openXlsx({ name: 'Anträge & mehr', head, rows: rows(), lang: 'de' }));
}

describe('a workbook', () => {
  it('is read back by another program as it was written', async () => {
    const moment = new Date('2024-10-24T07:00:00Z');
    const file = await written(
      ['Name', 'Eingegangen am', 'Bemerkung'],
      [['Jürgen Groß', moment, '<b> & "so"\nzweite Zeile']],
      [['Zoë', undefined, 'von 2']],
    );
    const [sheet] = await readXlsxFile(file);
    assert.equal(sheet?.sheet, 'Anträge & mehr');
    assert.deepEqual(sheet?.data, [
      ['Name', 'Eingegangen am', 'Bemerkung'],
      // The reader takes the clock of Berlin for UTC.
      ['Jürgen Groß', new Date('2024-10-24T09:00:00Z'), '<b> & "so"\nzweite Zeile'],
      ['Zoë', null, 'von 2'],
    ]);
  });

  it('keeps what looks like a formula as a text, and drops what no XML may hold', async () => {
    const file = await written(['A'], [['=1+1'], ['+49 361 1'], ['a\u0000\u0007b']]);
    const [sheet] = await readXlsxFile(file);
    assert.deepEqual(sheet?.data, [['A'], ['=1+1'], ['+49 361 1'], ['ab']]);
  });

  it('names its columns as spreadsheets do', () => {
    assert.deepEqual([1, 26, 27, 52, 53, 703].map(columnName), ['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
  });
});
