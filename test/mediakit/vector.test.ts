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
    ['runs a script under another name', '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'],
    ['runs a script behind any prefix', '<ä:script xmlns:ä="http://www.w3.org/1999/xhtml">1</ä:script>'],
    ['hides an address in plain text', '<style><![CDATA[a{fill:\\75rl(https://evil.example/x)}]]></style>'],
    ['hides an address in a prefixed style', '<s:style>a{fill:\\75rl(https://evil.example/x)}</s:style>'],
    ['hides an address in an attribute', '<rect cursor="\\75rl(https://evil.example/x)"/>'],
    ['hides behind a comment', '<scr<!-- -->ipt>alert(1)</script>'],
    ['becomes an action later', '<animate attributeName="onclick" to="alert(1)"/>'],
    ['becomes a link later', '<set attributeName="href" to="javascript:alert(1)"/>'],
    ['hides an address behind numbers', '<rect style="fill:&#117;rl(https://evil.example/x)"/>'],
    ['hides an address behind an escape', '<style>a{fill:\\75rl(https://evil.example/x)}</style>'],
    ['takes its addresses from elsewhere', '<g xml:base="https://evil.example/"><use href="#a"/></g>'],
    ['loads one of a set of pictures', '<style>a{mask:image-set("https://evil.example/x" 1x)}</style>'],
    ['becomes a link under another name', '<set attributeName="x:href" to="https://evil.example/"/>'],
    [
      'holds a piece of a page',
      '<p xmlns="http://www.w3.org/1999/xhtml"><img src="https://evil.example/"/></p>',
    ],
    ['imports a style', '<style>@import "https://evil.example/x.css";</style>'],
  ];
  for (const [what, content] of harmful)
    it(`is refused when it ${what}`, () => assert.equal(isHarmlessSvg(drawing(content)), false));

  it('is refused when it declares entities', () => {
    const content = Buffer.from('<?xml version="1.0"?><svg><!ENTITY a SYSTEM "file:///etc/passwd"></svg>');
    assert.equal(isHarmlessSvg(content), false);
  });

  it('is refused when it loads a style sheet or is written in another encoding', () => {
    for (const head of ['<?xml-stylesheet href="#a"?>', '<?xml version="1.0" encoding="utf-7"?>'])
      assert.equal(isHarmlessSvg(Buffer.from(`${head}<svg></svg>`)), false, head);
  });

  it('loses the reference to its document type, and what another program noted', () => {
    const content = Buffer.from(
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n<svg><metadata>alt</metadata><rect/></svg>',
    );
    assert.equal(isHarmlessSvg(content), true);
    assert.equal(withRights(content, '<x/>').toString(), '<svg><metadata><x/></metadata><rect/></svg>');
  });

  it('tells nothing of the computer it was drawn on', () => {
    const notes =
      '<!-- von Mara --><rect sodipodi:docname="mara.svg" inkscape:export-filename="C:\\Mara\\x.png" x="1"/>';
    assert.equal(isHarmlessSvg(drawing(notes)), true);
    assert.match(withRights(drawing(notes), '').toString(), /<\/metadata><rect x="1"\/><\/svg>$/);
  });

  it('carries its rights inside', () => {
    const marked = withRights(
      DRAWING,
      '<?xpacket begin=""?>\n<x:xmpmeta>Rechte</x:xmpmeta>\n<?xpacket end="w"?>',
    );
    assert.match(marked.toString(), /<svg[^>]*><metadata><x:xmpmeta>Rechte<\/x:xmpmeta>\n?<\/metadata><rect/);
  });
});
