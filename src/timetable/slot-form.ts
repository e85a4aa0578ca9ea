/** What the team may say about a press slot. */
import type { Request } from 'express';
import { body } from 'express-validator';
import { type Event, isOnEventDay, SLOT_KINDS, type SlotFields, type SlotKind } from '../events/index.js';
import { bilingualChains, bilingualOf } from '../platform/bilingual.js';
import { type FormResult, readForm } from '../platform/form.js';
import { momentChain, momentOf, momentOrder } from '../platform/moments.js';

export async function readSlot(req: Request, event: Event): Promise<FormResult<SlotFields>> {
  const form = await readForm<{ kind: SlotKind; capacity: string }>(req, [
    body('kind').isIn(SLOT_KINDS).withMessage('timetable:form.errors.kind'),
    momentChain('startsAt'),
    momentChain('endsAt'),
    body('startsAt')
      .custom((_value, { req: { body: sent } }) => isOnEventDay(event, momentOf(sent, 'startsAt')))
      .withMessage('timetable:form.errors.otherDay'),
    momentOrder('endsAt', 'startsAt', (end, start) => end > start, 'eventdesk:form.errors.endsAt'),
    body('capacity').trim().isInt({ min: 1, max: 999 }).withMessage('timetable:form.errors.capacity'),
    ...bilingualChains('title', { max: 200, required: true }),
    ...bilingualChains('note', { max: 600, required: false }),
  ]);
  return form.ok ? { ok: true, input: toFields(req.body, form.input) } : form;
}

function toFields(
  sent: Record<string, unknown>,
  { kind, capacity }: { kind: SlotKind; capacity: string },
): SlotFields {
  return {
    kind,
    capacity: Number(capacity),
    startsAt: momentOf(sent, 'startsAt')!,
    endsAt: momentOf(sent, 'endsAt')!,
    texts: { title: bilingualOf(sent, 'title'), note: bilingualOf(sent, 'note') },
  };
}
