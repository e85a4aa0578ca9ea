import assert from 'node:assert/strict';
import { releaseMarkdown } from '../../src/newsroom/release-md.js';
import { releasePdf } from '../../src/newsroom/release-pdf.js';
import { quoteText, releaseText } from '../../src/newsroom/release-txt.js';
import type { Lang } from '../../src/platform/languages.js';
import { wordsIn } from '../support/pdf-reader.js';
import { exampleCopy } from './example-copy.js';

const T = new Date('2024-10-24T07:15:00Z');
const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);
const copyAt = (now: Date, lang: Lang = 'de') =>
  exampleCopy({ embargoUntil: T, body: 'Ein Absatz.\n\n'.repeat(60) }, lang, now);
/** Whether a comma follows an English weekday depends on the version of Node. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ').replace(/Thursday(?=\s)/, 'Thursday,');

const NOTICES: Record<Lang, string> = {
  de: 'Sperrfrist: Donnerstag, 24. Oktober 2024, 9:15 Uhr MESZ',
  en: 'Embargo: Thursday, 24 October 2024, 9:15 CEST',
};

describe('the notice of an embargo', () => {
  for (const lang of ['de', 'en'] as const) {
    it(`stands first in text, Markdown, PDF and each quote until the second (${lang})`, async () => {
      const copy = copyAt(around(-1), lang);
      const outputs = [
        releaseText(copy),
        releaseMarkdown(copy).replace(/^---\nembargo: "/, ''),
        wordsIn(await releasePdf(copy)),
        quoteText(copy, { text: 'Ein Zitat.', speaker: 'Erika Mustermann', function: '' }),
      ];
      for (const output of outputs) assert.ok(plain(output).startsWith(NOTICES[lang]), output.slice(0, 200));
    });
  }

  it('stands on every page of the PDF', async () => {
    const words = plain(wordsIn(await releasePdf(copyAt(around(-1)))));
    const pages = (await releasePdf(copyAt(around(-1)))).toString('latin1').match(/\/Type \/Page\n/g);
    assert.ok(pages!.length > 1);
    assert.equal(words.split(NOTICES.de).length - 1, pages!.length);
  });

  it('stands in the names of files', () => {
    assert.equal(copyAt(around(-1)).fileStem, 'sperrfrist-2024-10-24-0915-meldung');
    assert.equal(copyAt(around(-1), 'en').fileStem, 'embargo-2024-10-24-0915-meldung');
  });

  it('says which half past two of the night in which the clocks change', () => {
    const first = new Date('2024-10-27T00:30:00Z');
    const second = new Date('2024-10-27T01:30:00Z');
    const noticeOf = (until: Date) => plain(exampleCopy({ embargoUntil: until }).embargo!.notice);
    assert.match(noticeOf(first), /Sonntag, 27\. Oktober 2024, 2:30 Uhr MESZ$/);
    assert.match(noticeOf(second), /Sonntag, 27\. Oktober 2024, 2:30 Uhr MEZ$/);
  });

  for (const seconds of [0, 1])
    it(`is gone everywhere at T+${seconds} s`, async () => {
      const copy = copyAt(around(seconds));
      assert.equal(copy.fileStem, 'meldung');
      const outputs = [releaseText(copy), releaseMarkdown(copy), wordsIn(await releasePdf(copy))];
      for (const output of outputs) assert.doesNotMatch(output, /Sperrfrist/);
    });
});
