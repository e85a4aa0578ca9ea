import assert from 'node:assert/strict';
import type { Badge } from '../../src/badges/badge-page.js';
import { badgeCode } from '../../src/badges/badge-page.js';
import { drawBadge, makeBadge } from '../../src/badges/badge-pdf.js';
import { EMPTY_OPERATOR } from '../../src/operator/index.js';
import { anApplicant } from '../support/applicant.js';
import { qrCodeIn, wordsIn } from '../support/pdf-reader.js';
import { openPortal, type TestPortal } from '../support/portal.js';

const PLAIN: Badge = {
  lang: 'de',
  title: 'Akkreditierung TEK24-7K3F',
  kind: 'PRESSE',
  operator: 'Musterministerium',
  event: 'Beispielkongress',
  when: 'Donnerstag, 24. Oktober 2024',
  place: 'Erfurt',
  name: 'Mara Musterfeld',
  outlet: 'Beispielbote',
  workArea: 'Text',
  limits: '',
  limitsLabel: 'Auflage:',
  language: 'Sprache: Deutsch',
  referenceLabel: 'Vorgangsnummer',
  reference: 'TEK24-7K3F',
  codeLabel: 'QR-Code für den Einlass',
  code: '1.1.abcdefghijklmnopqrstuvwxyz012345',
  onFile: 'Vollständige Angaben unter TEK24-7K3F',
  note: 'Persönlich, nicht übertragbar.',
};
const OPERATOR = { ...EMPTY_OPERATOR, name: { de: 'Musterministerium', en: 'Sample ministry' } };
const wordsOf = async (badge: Partial<Badge>) => wordsIn(await drawBadge({ ...PLAIN, ...badge }));

describe('the badge', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  it('names event, person, outlet, work area and reference in the language it is asked for', async () => {
    const applicant = await anApplicant(portal, { state: 'approved', input: { lastName: 'Nguyễn' } });
    const { filename, content, contentType } = await makeBadge(
      portal.keys,
      { ...applicant, operator: OPERATOR, limits: 'Nur Großer Saal' },
      'en',
    );
    const words = wordsIn(content).replace(/\n/g, ' ');
    for (const expected of [
      'Sample ministry',
      'Example congress',
      'Mara Nguyễn',
      'Beispielbote',
      'Text',
      'Nur Großer Saal',
      'Language: German',
    ])
      assert.ok(words.includes(expected), `${expected} in ${words}`);
    assert.ok(words.includes(applicant.request.reference));
    assert.equal(filename, `Accreditation-${applicant.request.reference}.pdf`);
    assert.equal(contentType, 'application/pdf');
  });

  it('carries a code that a phone reads and that holds no personal data', async () => {
    const applicant = await anApplicant(portal, { state: 'approved' });
    const { content } = await makeBadge(portal.keys, { ...applicant, operator: OPERATOR, limits: '' }, 'de');
    assert.equal(qrCodeIn(content), badgeCode(portal.keys, applicant.request));
    assert.match(qrCodeIn(content), /^[0-9a-z]+\.\d+\.[\w-]{32}$/);
  });

  it('is tagged, has a language, a title and no font from outside', async () => {
    const pdf = (await drawBadge(PLAIN)).toString('latin1');
    for (const sign of [
      '/Marked true',
      '/Lang (de)',
      '/DisplayDocTitle true',
      '/MediaBox [0 0 297.64 419.53]',
    ])
      assert.ok(pdf.includes(sign), sign);
    assert.equal(pdf.includes('Helvetica'), false);
    assert.equal(pdf.match(/\/FontFile2/g)?.length, 2);
  });

  it('stays on one page whatever the length of names and limits', async () => {
    const long = 'Musterfeld-'.repeat(18);
    const pdf = await drawBadge({
      ...PLAIN,
      name: long,
      outlet: long,
      operator: long,
      limits: 'Auflage '.repeat(200),
      event: long,
    });
    assert.equal(pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length, 1);
  });

  it('does without an operator whose name nobody entered', async () => {
    const applicant = await anApplicant(portal, { state: 'approved' });
    const facts = { ...applicant, operator: EMPTY_OPERATOR, limits: '' };
    assert.match(wordsIn((await makeBadge(portal.keys, facts, 'de')).content), /PRESSE/);
  });

  const foreign: [string, Partial<Badge>, { has: string[]; hasNot: string[] }][] = [
    [
      'a name it can write',
      { name: 'Łukasz Ђорђевић' },
      { has: ['Łukasz Ђорђевић'], hasNot: [PLAIN.onFile] },
    ],
    ['a name half in another script', { name: '李 Wei' }, { has: ['Wei', PLAIN.onFile], hasNot: ['李'] }],
    ['a name all in another script', { name: '李' }, { has: ['TEK24-7K3F', PLAIN.onFile], hasNot: ['李'] }],
    [
      'an outlet in another script',
      { outlet: '新华社' },
      { has: ['Mara Musterfeld', PLAIN.onFile], hasNot: ['新'] },
    ],
  ];
  for (const [what, badge, { has, hasNot }] of foreign) {
    it(`never prints an empty box for ${what}`, async () => {
      const words = await wordsOf(badge);
      for (const word of has) assert.ok(words.includes(word), `${word} in ${words}`);
      for (const word of [...hasNot, '\ufffd']) assert.equal(words.includes(word), false, words);
    });
  }
});
