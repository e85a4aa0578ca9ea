import assert from 'node:assert/strict';
import { isRefusal, isUnknownMailbox } from '../../src/platform/smtp-answers.js';

const answer = (message: string, responseCode: number, command: string, code = 'EENVELOPE') =>
  Object.assign(new Error(message), { responseCode, command, code });

describe('the answer of a mail server', () => {
  it('is final from 500 on, but for a sign-in of ours that it refuses', () => {
    assert.equal(isRefusal(answer('451 later', 451, 'RCPT TO')), false);
    assert.equal(isRefusal(answer('550 no', 550, 'RCPT TO')), true);
    assert.equal(isRefusal(answer('535 no', 535, 'AUTH PLAIN', 'EAUTH')), false);
    assert.equal(isRefusal(new Error('connection lost')), false);
  });

  it('tells something about the address only when the mailbox itself is refused', () => {
    assert.equal(isUnknownMailbox(answer('550 5.1.1 User unknown', 550, 'RCPT TO')), true);
    assert.equal(isUnknownMailbox(answer('450 4.2.1 Full', 450, 'RCPT TO')), false);
    assert.equal(isUnknownMailbox(answer('550 5.7.1 Relaying denied', 550, 'RCPT TO')), false);
    assert.equal(isUnknownMailbox(answer('554 5.7.1 Spam', 554, 'DATA')), false);
    assert.equal(isUnknownMailbox(answer('550 5.1.8 Bad sender', 550, 'MAIL FROM')), false);
  });
});
