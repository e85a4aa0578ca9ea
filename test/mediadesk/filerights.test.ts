import assert from 'node:assert/strict';
import { rightsIn, type Tag, tracesIn } from '../../src/mediadesk/filerights.js';

const tag = (value: unknown, lang?: string): Tag => ({
  value,
  attributes: lang ? { lang } : {},
  description: String(value),
});

describe('what a file says about its rights', () => {
  it('is taken from XMP first, then from IPTC, then from the camera', () => {
    const exif = {
      Artist: tag(['Kamera']),
      ImageDescription: tag(['Bild 1']),
      DateTimeOriginal: tag(['2024:10:23 08:00:00']),
    };
    const iptc = {
      'By-line': tag('Agentur'),
      'Caption/Abstract': tag('Text der Agentur'),
      'Date Created': tag('20241022'),
    };
    const xmp = { creator: tag([tag('Mara'), tag('Bo')]) };
    assert.equal(rightsIn({ exif }).creator, 'Kamera');
    assert.equal(rightsIn({ exif, iptc }).creator, 'Agentur');
    assert.equal(rightsIn({ exif, iptc, xmp }).creator, 'Mara, Bo');
    assert.deepEqual(rightsIn({ exif, iptc }).caption, { de: 'Text der Agentur', en: '' });
    assert.equal(rightsIn({ exif }).takenOn, '2024-10-23');
    assert.equal(rightsIn({ exif, iptc }).takenOn, '2024-10-22');
  });

  it('keeps both languages apart, and takes a text without one as German', () => {
    const both = [tag('Standard', 'x-default'), tag('Deutsch', 'de-DE'), tag('English', 'en')];
    assert.deepEqual(rightsIn({ xmp: { title: tag(both) } }).title, { de: 'Deutsch', en: 'English' });
    assert.deepEqual(rightsIn({ xmp: { title: tag([tag('Nur eins', 'x-default')]) } }).title, {
      de: 'Nur eins',
      en: '',
    });
  });

  it('names people only where it names some, and no address that is none', () => {
    assert.equal(rightsIn({}).people, undefined);
    assert.deepEqual(rightsIn({ xmp: { PersonInImage: tag([tag('Ada')]) } }).people, ['Ada']);
    assert.equal(rightsIn({ xmp: { WebStatement: tag('javascript:alert(1)') } }).licenceUrl, '');
  });

  it('holds no control characters and is not endless', () => {
    const { creator } = rightsIn({ exif: { Artist: tag([`\u0000Mara\u0007${'x'.repeat(9000)}`]) } });
    assert.match(creator, /^Maraxxx/);
    assert.equal(creator.length, 4000);
  });

  it('tells place and serial number, wherever they stand', () => {
    assert.deepEqual(tracesIn({}), []);
    assert.deepEqual(tracesIn({ xmp: { GPSLatitude: tag('50') } }), ['place']);
    assert.deepEqual(tracesIn({ exif: { LensSerialNumber: tag('1'), GPSLongitude: tag('1') } }), [
      'place',
      'serial',
    ]);
  });
});
