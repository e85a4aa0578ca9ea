import assert from 'node:assert/strict';
import { releaseText } from '../../src/newsroom/release-txt.js';
import { exampleCopy } from './example-copy.js';

describe('a release as plain text', () => {
  it('has place and date, title, text, quotes, background, contact and counts in this order', () => {
    const text = releaseText(exampleCopy());
    const order = [
      'Medieninformation',
      'Musterministerium',
      'Musterstadt, 1. Oktober 2024',
      'Die Titelzeile',
      'Die Unterzeile',
      'Der Vorspann.',
      'Erster Absatz.',
      '„Das ist ein Zitat.“ – Erika Mustermann',
      'Zweiter Absatz.',
      'Über das Haus.',
      'presse@ministerium.example',
      'Zeichen mit Leerzeichen',
      'Quelle: https://press.example/de/press/2024/meldung',
    ].map((part) => text.indexOf(part));
    assert.ok(order.every((at) => at >= 0));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.ok(text.endsWith('\n'));
  });

  it('breaks lines at 72 characters, but no address', () => {
    const address = `https://press.example/${'lang/'.repeat(20)}`;
    const text = releaseText(exampleCopy({ body: `${'Wörter über Wörter '.repeat(20)}\n\n${address}` }));
    for (const line of text.split('\n')) assert.ok(line.length <= 72 || line === address, line);
    assert.ok(text.includes(`\n${address}\n`));
  });

  it('continues items of lists below their words', () => {
    const text = releaseText(exampleCopy({ body: `- ${'Aufzählung '.repeat(9)}` }));
    assert.match(text, /\n- Aufzählung .*\n {2}Aufzählung/);
  });

  it('has no markup and no spaces that only browsers know', () => {
    const text = releaseText(exampleCopy({ body: '## Titel\n\n**Fett** am 24.\u00A0Oktober' }));
    assert.ok(text.includes('Titel\n\nFett am 24. Oktober'));
  });

  it('says at the top what was corrected', () => {
    const correction = { at: new Date('2024-10-02T09:20:00Z'), text: 'Richtig sind 24.' };
    const text = releaseText(exampleCopy({ correction }));
    assert.ok(text.includes('Berichtigt (2. Oktober 2024, 11:20 Uhr): Richtig sind 24.'));
    assert.ok(text.indexOf('Berichtigt') < text.indexOf('Der Vorspann'));
  });

  it('speaks English in English', () => {
    assert.match(releaseText(exampleCopy({}, 'en')), /^Press release\n[\s\S]*“Das ist ein Zitat\.”/);
  });
});
