import assert from 'node:assert/strict';
import { deadlineDate, deadlineWords } from '../../src/platform/deadlines.js';
import { translator } from '../../src/platform/i18n.js';

const DAY = new Date('2024-10-24T21:59:00Z');
const MOMENT = new Date('2024-10-24T16:00:00Z');

describe('a deadline in words', () => {
  const CASES: [string, string, string][] = [
    [
      'a day counts until its end',
      deadlineWords(translator('de'), 'de', DAY),
      'einschließlich 24. Oktober 2024',
    ],
    ['a day in English', deadlineWords(translator('en'), 'en', DAY), 'the end of 24 October 2024'],
    ['a moment is a moment', deadlineWords(translator('de'), 'de', MOMENT), '24. Oktober 2024, 18:00 Uhr'],
    ['a moment in English', deadlineWords(translator('en'), 'en', MOMENT), '24 October 2024, 18:00'],
    ['a day that is over', deadlineDate('de', DAY), '24. Oktober 2024'],
    ['a moment that is over', deadlineDate('en', MOMENT), '24 October 2024, 18:00'],
  ];
  for (const [name, words, expected] of CASES)
    it(name, () => assert.equal(words.replaceAll('\u00A0', ' '), expected));
});
