import assert from 'node:assert/strict';
import {
  entryText,
  hasLetter,
  isOneAddress,
  isWebAddress,
  toParagraphs,
  toWebAddress,
} from '../../src/accreditation/entry.js';

describe('what people type', () => {
  it('keeps names of every script as they are', () => {
    for (const name of ['O’Brien', 'Nguyễn', '李', 'X', 'Müller-Lüdenscheidt', 'علي', '👩‍🎤 Ada'])
      assert.equal(entryText(name), name.normalize('NFC'));
  });

  it('writes the same name in one way, however the keyboard composed it', () => {
    assert.equal(entryText('Ngu\u0079e\u0302\u0303n'), entryText('Nguy\u1ec5n'));
  });

  it('takes out line breaks, control characters and signs that turn the line around', () => {
    assert.equal(entryText(' Mara\r\nBcc: x\u0000y\u202e \t Muster '), 'Mara Bcc: xy Muster');
    assert.equal(entryText('\ud800a'), 'a');
  });

  it('is empty for what is no text', () => {
    for (const value of [undefined, null, 7, [], Object.create(null)]) {
      assert.equal(entryText(value), '');
      assert.equal(toParagraphs(value), '');
    }
  });

  it('keeps the lines of a message and nothing unseen', () => {
    assert.equal(toParagraphs('Strom\r\n\r\nXLR\u0007  \r\nEnde\n\n'), 'Strom\n\nXLR\nEnde');
  });

  it('wants a letter in a name, of any script', () => {
    assert.deepEqual(['A', '李', '7', '…', ''].map(hasLetter), [true, true, false, false, false]);
  });

  it('takes one address and refuses everything that a mail server could read as two', () => {
    const good = ['a@b.example', 'müller@beispiel.example', "o'brien+press@x.example"];
    const bad = [
      'a b@x.example',
      'a@b@c.example',
      'a@b.example,c@d.example',
      '"a"@b.example',
      'A <a@b.example>',
      'a',
    ];
    assert.deepEqual(
      good.filter((address) => !isOneAddress(address)),
      [],
    );
    assert.deepEqual(bad.filter(isOneAddress), []);
  });

  it('adds https:// where no scheme was typed', () => {
    assert.equal(toWebAddress(' beispiel.example/a '), 'https://beispiel.example/a');
    assert.equal(toWebAddress('http://beispiel.example'), 'http://beispiel.example');
    assert.equal(toWebAddress(''), '');
  });

  it('takes web addresses and refuses every other scheme, hidden users and half hosts', () => {
    const good = [
      'https://beispiel.example',
      'http://münchen.example/straße?a=b#c',
      'https://x.example:8443/',
    ];
    const bad = [
      'javascript:alert(1)',
      'https://javascript:alert(1)',
      'ftp://beispiel.example',
      'data://text.html',
      'https://user:secret@beispiel.example',
      'https://beispiel',
      'https://',
      'https://a b.example',
      `https://beispiel.example/${'x'.repeat(500)}`,
    ];
    assert.deepEqual(
      good.filter((address) => !isWebAddress(address)),
      [],
    );
    assert.deepEqual(bad.filter(isWebAddress), []);
  });
});
