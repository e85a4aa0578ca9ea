import assert from 'node:assert/strict';
import { comparisonOf } from '../../src/newsroom/comparison.js';
import { exampleRelease } from './example-release.js';

const shown = (changes: Parameters<typeof exampleRelease>[0]) =>
  comparisonOf(exampleRelease(), exampleRelease(changes)).map(({ field, parts }) => [
    field,
    parts
      .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '-' : '+'}[${text}]`))
      .join(''),
  ]);

describe('two texts of a release beside each other', () => {
  it('name nothing where nothing differs, also when only line ends do', () => {
    assert.deepEqual(shown({ body: exampleRelease().body.replaceAll('\n', '\r\n') }), []);
  });

  it('name each field that differs, with the words that went and came', () => {
    assert.deepEqual(shown({ teaser: 'Der neue Vorspann.', title: 'Die Titelzeile <b>' }), [
      ['title', 'Die Titelzeile+[ <b>]'],
      ['teaser', 'Der +[neue ]Vorspann.'],
    ]);
  });

  it('write out quotes, contact and attachments', () => {
    const quote = { text: 'Das ist kein Zitat.', speaker: 'Erika Mustermann', function: '' };
    const contact = { ...exampleRelease().contact, phone: '' };
    assert.deepEqual(shown({ quotes: [quote], contact, assets: ['logo'] }), [
      [
        'quotes',
        'Das ist -[ein]+[kein] Zitat.\n– Erika -[Mustermann, Sprecherin (erfundene Person)]+[Mustermann]',
      ],
      ['contact', 'Pressestelle\npresse@ministerium.example-[\n+49 361 0000000]'],
      ['assets', '+[logo]'],
    ]);
  });
});
