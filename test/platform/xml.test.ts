import assert from 'node:assert/strict';
import { escapeXml } from '../../src/platform/xml.js';

describe('text inside XML', () => {
  const pairs: [string, string, string][] = [
    ['marks markup as characters', `<a b="c" d='e'>&`, '&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;'],
    ['keeps letters of every script and line breaks', 'Ä\t„ß“\n😀', 'Ä\t„ß“\n😀'],
    ['leaves out what XML does not know', 'a\u0000b\u000Bc\uFFFEd\uD800e', 'abcde'],
  ];
  for (const [what, text, escaped] of pairs) it(what, () => assert.equal(escapeXml(text), escaped));
});
