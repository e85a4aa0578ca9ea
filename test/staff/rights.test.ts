import assert from 'node:assert/strict';
import { AREAS, type Area, may, RIGHTS, type Right, ROLES } from '../../src/staff/rights.js';

/** The table of the contract, row by row: administrator, reviewer, editor, check-in, auditor. */
const CONTRACT: Record<string, { areas: Area[]; rights: [Right, Right, Right, Right, Right] }> = {
  'events: read for reviewers and editors': {
    areas: ['events'],
    rights: ['write', 'read', 'read', 'none', 'read'],
  },
  'texts, operator settings, team': {
    areas: ['settings', 'team'],
    rights: ['write', 'none', 'none', 'none', 'read'],
  },
  'requests, messages, export': { areas: ['requests'], rights: ['write', 'write', 'none', 'none', 'read'] },
  'proofs, which auditors do not see': {
    areas: ['proofs'],
    rights: ['write', 'write', 'none', 'none', 'none'],
  },
  'releases, media kit, alerts': {
    areas: ['newsroom', 'media'],
    rights: ['write', 'none', 'write', 'none', 'read'],
  },
  'check-in, walk-ins, badges': { areas: ['checkin'], rights: ['write', 'write', 'none', 'write', 'read'] },
  outbox: { areas: ['outbox'], rights: ['write', 'own', 'own', 'none', 'read'] },
  'audit log, deletion protocols': { areas: ['audit'], rights: ['read', 'none', 'none', 'none', 'read'] },
};

describe('who may do what', () => {
  for (const [row, { areas, rights }] of Object.entries(CONTRACT)) {
    it(`is as the contract says for ${row}`, () => {
      for (const area of areas) {
        assert.deepEqual(
          ROLES.map((role) => RIGHTS[area][role]),
          rights,
          area,
        );
      }
    });
  }

  it('leaves no area out', () => {
    assert.deepEqual(
      Object.values(CONTRACT)
        .flatMap(({ areas }) => areas)
        .sort(),
      [...AREAS].sort(),
    );
  });

  it('lets the stronger right do what the weaker one may, and not the other way round', () => {
    const allowed = (role: (typeof ROLES)[number]) =>
      (['read', 'own', 'write'] as const).filter((right) => may(role, 'outbox', right));
    assert.deepEqual(allowed('administrator'), ['read', 'own', 'write']);
    assert.deepEqual(allowed('reviewer'), ['read', 'own']);
    assert.deepEqual(allowed('auditor'), ['read']);
    assert.deepEqual(allowed('checkin'), []);
  });
});
