import assert from 'node:assert/strict';
import { contentDisposition } from '../../src/platform/downloads.js';

describe('the name of a download', () => {
  it('is given plainly and encoded', () => {
    assert.equal(
      contentDisposition('attachment', 'podium-web.jpg'),
      'attachment; filename="podium-web.jpg"; filename*=UTF-8\'\'podium-web.jpg',
    );
  });

  it('keeps letters beyond ASCII in the encoded form only', () => {
    assert.equal(
      contentDisposition('inline', "Müller's 李.pdf"),
      "inline; filename=\"M_ller's _.pdf\"; filename*=UTF-8''M%C3%BCller%27s%20%E6%9D%8E.pdf",
    );
  });

  it('cannot end the header or its quotes', () => {
    const header = contentDisposition('attachment', 'a"b\\c\r\nSet-Cookie: x.txt');
    assert.doesNotMatch(header, /[\r\n\\]/);
    assert.equal(header.split('"').length, 3);
  });
});
