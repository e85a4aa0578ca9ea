import assert from 'node:assert/strict';
import {
  allowsStep,
  MAIL_STATES,
  type MailState,
  type MailStep,
  mailStep,
  RETRY_MINUTES,
  UNDELIVERED,
} from '../../src/platform/mail-status.js';

const TABLE: Record<MailStep, { from: MailState[]; to: MailState }> = {
  claim: { from: ['waiting', 'sending'], to: 'sending' },
  send: { from: ['sending'], to: 'sent' },
  postpone: { from: ['sending'], to: 'waiting' },
  refuse: { from: ['sending'], to: 'refused' },
  withhold: { from: ['sending'], to: 'cancelled' },
  giveUp: { from: ['sending'], to: 'failed' },
  bounce: { from: ['sent'], to: 'bounced' },
  cancel: { from: ['waiting'], to: 'cancelled' },
  resend: { from: ['sent', 'refused', 'failed', 'bounced'], to: 'waiting' },
};

describe('the life of a letter', () => {
  for (const [step, { from, to }] of Object.entries(TABLE) as [MailStep, (typeof TABLE)[MailStep]][]) {
    it(`${step}: ${from.join(', ')} → ${to}, and refuses everything else`, () => {
      assert.equal(mailStep(step).to, to);
      assert.deepEqual(
        MAIL_STATES.filter((state) => allowsStep(state, step)),
        MAIL_STATES.filter((state) => from.includes(state)),
      );
    });
  }

  it('counts as undelivered what was refused, given up or came back, and all of it can be sent again', () => {
    assert.deepEqual([...UNDELIVERED].sort(), ['bounced', 'failed', 'refused']);
    assert.ok(UNDELIVERED.every((state) => allowsStep(state, 'resend')));
  });

  it('waits longer from try to try', () => {
    assert.deepEqual(
      [...RETRY_MINUTES].sort((a, b) => a - b),
      [...RETRY_MINUTES],
    );
  });
});
