import assert from 'node:assert/strict';
import { CONGRESS } from '../../src/demo/demo-event.js';
import type { Event } from '../../src/events/index.js';
import { translator } from '../../src/platform/i18n.js';
import type { Lang } from '../../src/platform/languages.js';
import { accreditationBand } from '../../src/site/accreditation-band.js';

const EVENT = { ...CONGRESS, id: 1, version: 1 } as Event;
const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const bandAt = (now: string, lang: Lang = 'de') =>
  accreditationBand(lang, translator(lang), EVENT, new Date(now));

describe('the accreditation band on the home page', () => {
  const moments: [string, string, string, string][] = [
    ['2024-09-28T10:00:00+02:00', 'Noch nicht geöffnet', 'Noch 3 Tage', 'bis Sie sich akkreditieren können'],
    ['2024-10-01T00:00:00+02:00', 'Geöffnet', 'Noch 21 Tage', 'bis zum Akkreditierungsschluss'],
    ['2024-10-10T09:00:00+02:00', 'Geöffnet', 'Noch 12 Tage', 'bis zum Akkreditierungsschluss'],
    ['2024-10-21T23:59:59+02:00', 'Geöffnet', 'Noch 1 Tag', 'bis zum Akkreditierungsschluss'],
    ['2024-10-22T17:59:59+02:00', 'Geöffnet', 'Nur noch heute', 'bis 18:00 Uhr'],
    ['2024-10-22T18:00:00+02:00', 'Geschlossen', '', 'Anträge sind nicht mehr möglich.'],
  ];
  for (const [now, state, figure, caption] of moments) {
    it(`says "${state}", "${figure}" at ${now}`, () => {
      const band = bandAt(now);
      assert.equal(band.state, state);
      assert.equal(band.figure, figure);
      assert.ok(plain(band.caption).startsWith(caption), band.caption);
    });
  }

  it('leads to the form only while one can apply', () => {
    assert.equal(bandAt('2024-09-28T10:00:00Z').applyHref, undefined);
    assert.equal(bandAt('2024-10-10T10:00:00Z', 'en').applyHref, `/en/events/${CONGRESS.slug}/accreditation`);
    assert.equal(bandAt('2024-10-23T10:00:00Z').applyHref, undefined);
  });

  it('names whom to ask once it is closed', () => {
    assert.equal(bandAt('2024-10-10T10:00:00Z').contact, undefined);
    assert.equal(bandAt('2024-10-23T10:00:00Z').contact?.email, CONGRESS.contactEmail);
  });

  it('opens with the day, not at 0:00, when it opens at midnight', () => {
    const [opens] = bandAt('2024-09-28T10:00:00Z').terms;
    assert.equal(plain(opens!.value.text), 'Dienstag, 1. Oktober 2024');
  });

  it('always names its dates', () => {
    for (const [now] of moments) assert.equal(bandAt(now).terms.length, 2);
  });
});
