import assert from 'node:assert/strict';
import { releaseMarkdown } from '../../src/newsroom/release-md.js';
import { exampleCopy } from './example-copy.js';

describe('a release as Markdown', () => {
  it('keeps headings and links and sets quotes apart', () => {
    const text = releaseMarkdown(exampleCopy({ body: '## Mitte\n\n[Netz](https://a.example)' }));
    for (const part of [
      '# Die Titelzeile\n',
      '\n## Mitte\n',
      '[Netz](https://a.example)',
      '\n> „Das ist ein Zitat.“ – Erika Mustermann',
      '\n## Kontakt\n',
    ])
      assert.ok(text.includes(part), part);
  });

  it('marks signs in plain text as what they are', () => {
    const text = releaseMarkdown(exampleCopy({ title: 'Die *neue* <b>Zeile</b> #1' }));
    assert.ok(text.startsWith('# Die \\*neue\\* \\<b\\>Zeile\\</b\\> \\#1\n'));
  });

  it('says what was corrected', () => {
    const correction = { at: new Date('2024-10-02T09:20:00Z'), text: 'Richtig sind 24.' };
    assert.match(
      releaseMarkdown(exampleCopy({ correction })),
      /> \*\*Berichtigt \(.+\):\*\* Richtig sind 24\./,
    );
  });
});
