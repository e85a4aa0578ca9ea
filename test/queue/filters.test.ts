import assert from 'node:assert/strict';
import { STATES } from '../../src/accreditation/index.js';
import { isNarrowed, PARTS, readFilters, toQuery } from '../../src/queue/filters.js';

describe('the filters of the queue', () => {
  it('shows all open requests, the longest waiting first, where the address says nothing', () => {
    assert.deepEqual(readFilters({}), { tab: 'open', sort: 'waiting' });
    assert.equal(toQuery(readFilters({})), '');
  });

  it('leaves out what it does not understand', () => {
    const filters = readFilters({
      tab: 'x',
      sort: 'y',
      event: '-1',
      type: 'blog',
      area: '',
      assigned: 'a',
      q: '  ',
    });
    assert.deepEqual(filters, { tab: 'open', sort: 'waiting' });
  });

  it('comes back from the address as it went in', () => {
    const query =
      'tab=approved&event=3&type=photo&area=camera&assigned=me&waiting=3&answer=yes&late=yes&q=Mara+%26+Co&sort=newest';
    assert.equal(toQuery(readFilters(Object.fromEntries(new URLSearchParams(query)))), query);
  });

  it('knows when something narrows the list', () => {
    assert.ok(!isNarrowed(readFilters({ tab: 'all', sort: 'newest' })));
    assert.ok(isNarrowed(readFilters({ q: 'Mara' })));
  });

  it('shows every state of the office under "all", and nothing that was never confirmed', () => {
    const shown = PARTS.all.map(({ state }) => state);
    assert.deepEqual(
      STATES.filter((state) => !shown.includes(state)),
      ['unconfirmed', 'expired'],
    );
  });
});
