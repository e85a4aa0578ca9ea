import assert from 'node:assert/strict';
import { getLetterEntry } from '../../src/letterdesk/catalogue.js';
import { nearestName, problemsOf } from '../../src/letterdesk/placeholders.js';

const rejected = getLetterEntry({ group: 'decisions', name: 'rejected' });
const whole = '{reason} {text} {legalBasis} {legalRemedy} {link}';
const told = (body: string, subject = 'Betreff') =>
  problemsOf(rejected, { subject, body }).map(({ field, kind, name, nearest }) =>
    [field, kind, name, ...(nearest ? [nearest] : [])].join(' '),
  );

describe('the placeholders of a letter’s text', () => {
  for (const [what, body, subject, expected] of [
    ['a complete text', `Guten Tag {name}, ${whole}`, 'Antrag {reference}', []],
    ['a slip of the pen', `{nmae} ${whole}`, 'B', ['body unknown {nmae} {name}']],
    ['capitals and blanks', `{ Name } ${whole}`, 'B', ['body unknown { Name } {name}']],
    ['a word of another kind', `{kantine} ${whole}`, 'B', ['body unknownAlone {kantine}']],
    ['empty braces', `{} ${whole}`, 'B', ['body unknownAlone {}']],
    ['the same slip twice', `{nmae} {nmae} ${whole}`, 'B', ['body unknown {nmae} {name}']],
    ['a slip in the subject', whole, '{refrence}', ['subject unknown {refrence} {reference}']],
    ['a personal link in the subject', whole, '{link}', ['subject linkInSubject {link}']],
    ['an open brace', `${whole} {name`, 'B', ['body brace {']],
    ['a closing brace', `${whole} name}`, 'B', ['body brace }']],
    ['double braces', `${whole} {{name}}`, 'B', ['body brace {']],
    ['a brace over two lines', `${whole} {na\nme}`, 'B', ['body brace {']],
    [
      'no legal remedy and no link',
      '{reason} {text} {legalBasis}',
      'B',
      ['body missing {legalRemedy}', 'body missing {link}'],
    ],
    [
      'what must be in the text only in the subject',
      '{reason} {legalBasis} {legalRemedy} {link}',
      '{text}',
      ['body missing {text}'],
    ],
  ] as const) {
    it(`tell of ${what}`, () => assert.deepEqual(told(body, subject), expected));
  }

  it('know only what this letter is filled with', () => {
    assert.deepEqual(told(`${whole} {due}`), ['body unknownAlone {due}']);
  });

  for (const [typed, nearest] of [
    ['legalRemdy', 'legalRemedy'],
    ['legal_basis', 'legalBasis'],
    ['LINK', 'link'],
    ['lnik', 'link'],
    ['xyzxyzxyz', undefined],
  ] as const) {
    it(`take ${typed} for ${nearest ?? 'nothing'}`, () =>
      assert.equal(nearestName(typed, Object.keys(rejected.placeholders)), nearest));
  }
});
