import assert from 'node:assert/strict';
import { toXmp } from '../../src/mediakit/xmp.js';
import { exampleAsset } from './example-asset.js';

const asset = exampleAsset();
const rights = { ...asset, ...asset.texts, pageUrl: 'https://press.example/de/media/bild' };

describe('the rights of a picture as XMP', () => {
  it('name creator, credit, licence, page, description and origin', () => {
    const xmp = toXmp(rights);
    for (const part of [
      '<dc:creator><rdf:Seq><rdf:li>Mara Musterfeld</rdf:li>',
      '<photoshop:Credit>Musterfoto &amp; Söhne</photoshop:Credit>',
      '<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>',
      '<plus:LicensorURL>https://press.example/de/media/bild</plus:LicensorURL>',
      '<rdf:li xml:lang="x-default">Der Saal von oben.</rdf:li>',
      '<rdf:li xml:lang="en">Rows of chairs in front of a stage</rdf:li>',
      'digitalsourcetype/digitalCapture',
    ])
      assert.ok(xmp.includes(part), part);
  });

  it('say of a drawing that it is none of a camera’s pictures', () => {
    assert.match(toXmp({ ...rights, source: 'drawn' }), /digitalsourcetype\/digitalCreation/);
  });

  it('point to the page where there is no licence on the web', () => {
    assert.match(
      toXmp({ ...rights, licenceUrl: '' }),
      /<xmpRights:WebStatement>https:\/\/press\.example\/de\/media\/bild</,
    );
  });

  it('stay well-formed whatever is typed', () => {
    const xmp = toXmp({ ...rights, credit: '</photoshop:Credit><script>"&\u0001' });
    assert.ok(xmp.includes('&lt;/photoshop:Credit&gt;&lt;script&gt;&quot;&amp;</photoshop:Credit>'));
  });
});
