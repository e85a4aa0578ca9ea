/** `mail:send`: one pass of the outbox, for instance from a timer instead of the running portal. */
import { openMailTransport } from '../platform/mail-transport.js';
import { sendWaitingMails } from '../platform/outbox.js';
import type { Command } from './command.js';

/** Later than any undo delay. */
const FAR = new Date('9999-12-31T00:00:00Z');

export const mailSend: Command = {
  name: 'mail:send',
  usage: '[--now]',
  summary: 'sends the letters that are due; --now also those that still wait for their undo delay',
  options: { now: { type: 'boolean', default: false } },
  run: async ({ deps, hooks, options, say }) => {
    const transport = await openMailTransport(deps.config);
    try {
      const sent = await sendWaitingMails(deps, hooks, transport, options.now ? { until: FAR } : {});
      say(`${sent} ${sent === 1 ? 'letter' : 'letters'} sent.`);
    } finally {
      transport.close();
    }
  },
};
