import assert from 'node:assert/strict';
import { counts, isRobot, kindOfPath } from '../../src/counters/counted.js';

describe('what is counted', () => {
  const kinds: [string, ReturnType<typeof kindOfPath>][] = [
    ['/de', 'view'],
    ['/en/press', 'view'],
    ['/de/media/podium', 'view'],
    ['/de/press/2024/kongress', 'view'],
    ['/de/press/2024/kongress.pdf', 'download'],
    ['/en/media/kongress.zip', 'download'],
    ['/media/podium/print', 'download'],
    ['/media/podium/thumb', undefined],
    ['/de/accreditation/abcdef', undefined],
    ['/de/press/preview/abcdef', undefined],
    ['/de/press/alerts', undefined],
    ['/staff/media', undefined],
    ['/assets/portal.css', undefined],
    ['/de/events/kongress/accreditation', undefined],
  ];
  for (const [path, kind] of kinds)
    it(`${path} is ${kind ?? 'nothing'}`, () => assert.equal(kindOfPath(path), kind));

  it('are no programs that say so', () => {
    for (const agent of [
      'Googlebot/2.1',
      'Mozilla/5.0 (compatible; bingbot/2.0)',
      'HeadlessChrome',
      undefined,
    ])
      assert.equal(isRobot(agent), true, agent);
    assert.equal(isRobot('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'), false);
  });

  const answers: [string, Partial<Parameters<typeof counts>[0]>, boolean][] = [
    ['a file handed out', {}, true],
    ['its beginning', { status: 206, contentRange: 'bytes 0-99/200' }, true],
    ['the rest of it', { status: 206, contentRange: 'bytes 100-199/200' }, false],
    ['a file that is there already', { status: 304 }, false],
    ['a picture that a page shows', { wantedFor: 'image' }, false],
    [
      'a recording that is heard on its page',
      { wantedFor: 'audio', status: 206, contentRange: 'bytes 0-1/2' },
      false,
    ],
    ['a file that a link leads to', { wantedFor: 'document' }, true],
    ['a page that a browser still has', { kind: 'view', status: 304 }, true],
    ['what does not exist', { kind: 'view', status: 404 }, false],
    ['a robot', { userAgent: 'Googlebot/2.1' }, false],
  ];
  for (const [what, changes, expected] of answers)
    it(`${expected ? 'is' : 'is not'} ${what}`, () => {
      const answer = {
        kind: 'download',
        status: 200,
        userAgent: 'Firefox',
        contentRange: undefined,
      } as const;
      assert.equal(counts({ ...answer, ...changes }), expected);
    });
});
