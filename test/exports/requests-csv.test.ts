import assert from 'node:assert/strict';
import { csvLine, csvOf } from '../../src/exports/requests-csv.js';

describe('a line of CSV', () => {
  it('has semicolons and ends as RFC 4180 says', () => {
    assert.equal(csvLine(['Jürgen', undefined, 'Straße'], 'de'), 'Jürgen;;Straße\r\n');
  });

  it('quotes what would break it', () => {
    assert.equal(
      csvLine(['a;b', 'sie sagt "ja"', 'zwei\nZeilen'], 'de'),
      '"a;b";"sie sagt ""ja""";"zwei\nZeilen"\r\n',
    );
  });

  for (const text of ['=1+1', '+49 361 1', '-2', '@SUM(A1)', '\tx', '\rx'])
    it(`makes no formula of ${JSON.stringify(text)}`, () => {
      assert.equal(csvLine([text], 'de').replaceAll('"', ''), `'${text}\r\n`);
    });

  it('leaves what only contains such a sign as it is', () => {
    assert.equal(csvLine(['E-Mail = a@b.example'], 'de'), 'E-Mail = a@b.example\r\n');
  });

  it('writes moments in the time of Berlin, as the language reads dates', () => {
    const moment = new Date('2024-10-24T07:15:00Z');
    assert.equal(csvLine([moment], 'de'), '24.10.2024 09:15\r\n');
    assert.equal(csvLine([moment], 'en'), '2024-10-24 09:15\r\n');
  });
});

describe('a CSV file', () => {
  it('says at the start that it is UTF-8, and has its headings on the first line', async () => {
    async function* rows() {
      yield [['Ä']];
      yield [['Ö'], ['Ü']];
    }
    const pieces: string[] = [];
    for await (const piece of csvOf(['Name'], rows(), 'de')) pieces.push(piece);
    assert.equal(pieces.join(''), '\ufeffName\r\nÄ\r\nÖ\r\nÜ\r\n');
  });
});
