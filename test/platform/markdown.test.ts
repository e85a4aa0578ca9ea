import assert from 'node:assert/strict';
import { blocksOf, plainTextOf, renderMarkdown } from '../../src/platform/markdown.js';

describe('Markdown as the team writes it', () => {
  const attacks: [string, string, RegExp][] = [
    ['a script', '<script>alert(1)</script>', /<script/i],
    ['a style', '<style>body{display:none}</style>', /<style/i],
    ['a picture with a handler', '<img src=x onerror=alert(1)>', /<img/i],
    ['a handler on a heading', '<h2 onclick="alert(1)">a</h2>', /<h2/i],
    ['a frame', '<iframe src="https://a.example"></iframe>', /<iframe/i],
    ['a script as a link', '[a](javascript:alert(1))', /href/i],
    ['a script as a link in odd writing', '[a](jAvAsCrIpT:alert(1))', /href/i],
    ['a script as a link behind entities', '[a](&#106;avascript:alert(1))', /href/i],
    ['a script as a bare address', '<javascript:alert(1)>', /href/i],
    ['data as a link', '[a](data:text/html;base64,PHNjcmlwdD4=)', /href/i],
    ['a Visual Basic script as a link', '[a](vbscript:msgbox(1))', /href/i],
    ['an address of another host without its scheme', '[a](//evil.example/x)', /href/i],
    ['a picture', '![a](https://a.example/x.png)', /<img/i],
  ];
  for (const [what, text, harm] of attacks) {
    it(`lets through no ${what}`, () => assert.doesNotMatch(renderMarkdown(text), harm));
  }

  it('shows HTML as the text it is', () => {
    assert.equal(renderMarkdown('<b>laut</b>'), '<p>&lt;b&gt;laut&lt;/b&gt;</p>');
  });

  it('starts headings at the second level, because the page has its first', () => {
    assert.equal(
      renderMarkdown('# Eins\n\n## Zwei\n\n### Drei'),
      '<h2>Eins</h2>\n<h2>Zwei</h2>\n<h3>Drei</h3>',
    );
  });

  it('links to web, mail and telephone, and gives the new page no hold on ours', () => {
    const html = renderMarkdown('[Netz](https://a.example) [Post](mailto:a@b.example) [Ruf](tel:+49361)');
    assert.match(html, /<a href="https:\/\/a\.example"[^>]* rel="noopener">Netz<\/a>/);
    assert.match(html, /href="mailto:a@b\.example"/);
    assert.match(html, /href="tel:\+49361"/);
  });

  it('gives paper the address of a link, unless its words say it', () => {
    assert.match(renderMarkdown('[Netz](https://a.example/b)'), /data-address="https:\/\/a\.example\/b"/);
    for (const text of [
      '[a.example](https://a.example/)',
      'https://a.example',
      '[a@b.example](mailto:a@b.example)',
    ])
      assert.doesNotMatch(renderMarkdown(text), /data-address/, text);
  });

  it('keeps the lines of an address apart', () => {
    assert.match(renderMarkdown('Muster-Amt\nMusterweg 1'), /Muster-Amt<br \/>\s*Musterweg 1/);
  });

  it('keeps emphasis, lists, quotes and tables', () => {
    const html = renderMarkdown('**fett** *schräg*\n\n- a\n\n> b\n\n| c | d |\n|---|---|\n| e | f |');
    for (const part of ['<strong>', '<em>', '<ul>', '<blockquote>', '<th scope="col">c', '<td>f'])
      assert.ok(html.includes(part), part);
  });
});

describe('the plain text of Markdown', () => {
  it('has the words without the signs', () => {
    assert.equal(
      plainTextOf('## Titel\n\nEin **fettes** Wort & mehr\nzweite Zeile'),
      'Titel\n\nEin fettes Wort & mehr\nzweite Zeile',
    );
  });

  it('keeps lists readable', () => {
    assert.equal(
      plainTextOf('- eins\n- zwei\n  - drei\n\n3. vier\n4. fünf'),
      '- eins\n- zwei\n  - drei\n\n3. vier\n4. fünf',
    );
  });

  it('writes the address behind the words of a link, once', () => {
    assert.equal(
      plainTextOf('[Gericht](https://gericht.example/a) https://b.example [a@b.example](mailto:a@b.example)'),
      'Gericht (https://gericht.example/a) https://b.example a@b.example',
    );
    assert.equal(
      plainTextOf('[c.example](https://c.example/) [d.example](https://c.example)'),
      'c.example d.example (https://c.example)',
    );
  });

  it('keeps the cells of a table in their row', () => {
    assert.equal(plainTextOf('| a | b |\n|---|---|\n| c | d |\n\nEnde'), 'a  b\nc  d\n\nEnde');
  });
});

describe('the blocks of Markdown', () => {
  it('tell headings, paragraphs and the items of lists apart', () => {
    const text = '## Titel\nEin *Absatz*\n\n- eins\n- zwei\n\n3. drei\n4. vier\n\n> gesagt';
    assert.deepEqual(blocksOf(text), [
      { kind: 'heading', text: 'Titel' },
      { kind: 'paragraph', text: 'Ein Absatz' },
      { kind: 'item', text: '- eins' },
      { kind: 'item', text: '- zwei' },
      { kind: 'item', text: '3. drei' },
      { kind: 'item', text: '4. vier' },
      { kind: 'paragraph', text: 'gesagt' },
    ]);
  });
});
