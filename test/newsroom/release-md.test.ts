import assert from 'node:assert/strict';
import { releaseMarkdown } from '../../src/newsroom/release-md.js';
import { exampleCopy } from './example-copy.js';

describe('a release as Markdown', () => {
  it('keeps headings and links and sets quotes apart', () => {
    const text = releaseMarkdown(exampleCopy({ body: '## Mitte\n\n[Netz](https://a.example)' }));
    for (const part of [
      '\n# Die Titelzeile\n',
      '\n## Mitte\n',
      '[Netz](https://a.example)',
      '\n> „Das ist ein Zitat.“ – Erika Mustermann',
      '\n## Kontakt\n',
    ])
      assert.ok(text.includes(part), part);
  });

  it('marks signs in plain text as what they are', () => {
    const text = releaseMarkdown(exampleCopy({ title: 'Die *neue* <b>Zeile</b> #1' }));
    assert.ok(text.includes('\n# Die \\*neue\\* \\<b\\>Zeile\\</b\\> \\#1\n'));
  });

  it('starts with its facts, quoted so that no title can add one', () => {
    const text = releaseMarkdown(
      exampleCopy({ title: 'A: "B"\nslug: x', version: 2, updatedAt: new Date('2024-10-02T09:20:30Z') }),
    );
    assert.deepEqual(text.split('\n').slice(0, 8), [
      '---',
      'title: "A: \\"B\\"\\nslug: x"',
      'date: 2024-10-01T10:00:00+02:00',
      'updated: 2024-10-02T11:20:30+02:00',
      'version: 2',
      'language: de',
      'url: https://press.example/de/press/2024/meldung',
      '---',
    ]);
    assert.match(text, /\nFassung 2 vom 2\.\u00A0Oktober 2024, 11:20\u00A0Uhr/);
  });

  it('says what was corrected', () => {
    const correction = { at: new Date('2024-10-02T09:20:00Z'), text: 'Richtig sind 24.' };
    assert.match(
      releaseMarkdown(exampleCopy({ correction })),
      /> \*\*Berichtigt \(.+\):\*\* Richtig sind 24\./,
    );
  });

  it('sets every line of a quote and of a correction apart', () => {
    const quotes = [{ text: 'Erstens.\n\nZweitens.', speaker: 'Erika Mustermann', function: '' }];
    const correction = { at: new Date('2024-10-02T09:20:00Z'), text: 'Richtig sind 24.\n\nNicht 42.' };
    const text = releaseMarkdown(exampleCopy({ quotes, correction }));
    assert.ok(text.includes('> „Erstens.\n> \n> Zweitens.“ – Erika Mustermann\n'));
    assert.ok(text.includes('Richtig sind 24.\n> \n> Nicht 42.\n'));
  });
});
