import assert from 'node:assert/strict';
import { isHarmlessSvg, isSvg, withRights } from '../../src/mediakit/vector.js';
import { DRAWING } from './example-asset.js';

const drawing = (content: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);

describe('a drawing', () => {
  it('is known by its content', () => {
    assert.equal(isSvg(DRAWING), true);
    assert.equal(isSvg(Buffer.from('<?xml version="1.0"?>\n<!-- Logo -->\n<svg>')), true);
    assert.equal(isSvg(Buffer.from('<html><svg></svg></html>')), false);
    assert.equal(isSvg(Buffer.from('%PDF-1.7')), false);
  });

  it('is harmless when it only draws', () => {
    assert.equal(isHarmlessSvg(DRAWING), true);
    assert.equal(isHarmlessSvg(drawing('<use href="#a"/><rect fill="url(#b)"/>')), true);
  });

  const harmful: [string, string][] = [
    ['runs a script', '<script>alert(1)</script>'],
    ['reacts', '<rect onload="alert(1)"/>'],
    ['reacts after a line break', '<rect\nonclick = "alert(1)"/>'],
    ['carries a page', '<foreignObject><p>a</p></foreignObject>'],
    ['links to a script', '<a href="javascript:alert(1)"><rect/></a>'],
    ['loads a picture', '<image xlink:href="https://evil.example/x.png"/>'],
    ['loads by style', '<rect style="fill:url(https://evil.example/x)"/>'],
    ['imports a style', '<style>@import "https://evil.example/x.css";</style>'],
  ];
  for (const [what, content] of harmful)
    it(`is refused when it ${what}`, () => assert.equal(isHarmlessSvg(drawing(content)), false));

  it('is refused when it declares entities', () => {
    const content = Buffer.from('<?xml version="1.0"?><svg><!ENTITY a SYSTEM "file:///etc/passwd"></svg>');
    assert.equal(isHarmlessSvg(content), false);
  });

  it('carries its rights inside', () => {
    const marked = withRights(
      DRAWING,
      '<?xpacket begin=""?>\n<x:xmpmeta>Rechte</x:xmpmeta>\n<?xpacket end="w"?>',
    );
    assert.match(marked.toString(), /<svg[^>]*><metadata><x:xmpmeta>Rechte<\/x:xmpmeta>\n?<\/metadata><rect/);
  });
});
