import assert from 'node:assert/strict';
import { COLUMNS, columnsFor, columnsQuery, readColumns } from '../../src/exports/columns.js';

const everything = { proofs: true };

describe('the columns of an export', () => {
  it('are the usual ones where the address names none', () => {
    assert.ok(readColumns({}, everything).includes('lastName'));
    assert.ok(!readColumns({}, everything).includes('accessNeeds'));
  });

  it('are those of the address, in the order of the file', () => {
    assert.deepEqual(readColumns({ 'columns[]': ['email', 'reference', 'nonsense'] }, everything), [
      'reference',
      'email',
    ]);
    assert.deepEqual(readColumns({ 'columns[]': 'email' }, everything), ['email']);
  });

  it('are none where a form was sent without any', () => {
    assert.deepEqual(readColumns({ chosen: '1' }, everything), []);
  });

  it('leave out proofs for those who may not see them, also when the address asks for them', () => {
    const hidden = COLUMNS.filter((column) => !columnsFor({ proofs: false }).includes(column));
    assert.deepEqual(hidden, ['pressCardIssuer', 'pressCardNumber', 'pressCardYear', 'samples', 'imprint']);
    assert.deepEqual(readColumns({ 'columns[]': [...hidden, 'state'] }, { proofs: false }), ['state']);
  });

  it('stand in the address so that they come back', () => {
    const query = Object.fromEntries(new URLSearchParams(columnsQuery(['email'])));
    assert.deepEqual(readColumns(query, everything), ['email']);
    assert.equal(columnsQuery(readColumns({}, everything)), '');
  });
});
