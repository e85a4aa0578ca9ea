/** The addresses of the outbox. */
import type { MailHeap, MailPlace } from '../platform/outbox-list.js';
import type { LetterStep } from './letter.js';

export interface OutboxQuery {
  heap: MailHeap | undefined;
  search: string;
  before: MailPlace | undefined;
}

export const paths = {
  outbox: '/staff/outbox',
  letter: (id: number): string => `/staff/outbox/${id}`,
  step: (id: number, step: LetterStep): string => `/staff/outbox/${id}/${step}`,
  list: ({ heap, search, before }: Partial<OutboxQuery>): string => {
    const query = new URLSearchParams();
    if (heap) query.set('state', heap);
    if (search) query.set('q', search);
    if (before) query.set('before', `${before.queuedAt.getTime()}-${before.id}`);
    const text = query.toString();
    return text ? `/staff/outbox?${text}` : '/staff/outbox';
  },
};
