/** What the team may say about an item of the programme. */
import type { Request } from 'express';
import { body } from 'express-validator';
import {
  type Event,
  isOnEventDay,
  MAX_SPEAKERS,
  type ProgrammeFields,
  type Speaker,
  speakerField,
} from '../events/index.js';
import { bilingualChains, bilingualOf, englishField, germanField } from '../platform/bilingual.js';
import { type FormResult, readForm } from '../platform/form.js';
import { momentChain, momentOf, momentOrder } from '../platform/moments.js';

const ROWS = Array.from({ length: MAX_SPEAKERS }, (_, at) => at + 1);

/** An empty row is no speaker; a function needs somebody who has it. */
const speakerChains = ROWS.flatMap((row) => {
  const role = speakerField('speakerFunction', row);
  return [
    body(speakerField('speakerName', row))
      .default('')
      .trim()
      .custom(
        (name, { req }) => Boolean(name) || !(req.body[germanField(role)] || req.body[englishField(role)]),
      )
      .withMessage('timetable:form.errors.speakerName'),
    ...bilingualChains(role, { max: 300, required: false }),
  ];
});

export async function readProgrammeItem(req: Request, event: Event): Promise<FormResult<ProgrammeFields>> {
  const form = await readForm(req, [
    momentChain('startsAt'),
    momentChain('endsAt'),
    body('startsAt')
      .custom((_value, { req: { body: sent } }) => isOnEventDay(event, momentOf(sent, 'startsAt')))
      .withMessage('timetable:form.errors.otherDay'),
    momentOrder('endsAt', 'startsAt', (end, start) => end > start, 'eventdesk:form.errors.endsAt'),
    ...bilingualChains('title', { max: 200, required: true }),
    ...bilingualChains('note', { max: 600, required: false }),
    ...speakerChains,
  ]);
  return form.ok ? { ok: true, input: toFields(req.body) } : form;
}

function toFields(sent: Record<string, unknown>): ProgrammeFields {
  return {
    startsAt: momentOf(sent, 'startsAt')!,
    endsAt: momentOf(sent, 'endsAt')!,
    texts: { title: bilingualOf(sent, 'title'), note: bilingualOf(sent, 'note') },
    speakers: ROWS.map((row) => speakerIn(sent, row)).filter(({ name }) => name !== ''),
  };
}

function speakerIn(sent: Record<string, unknown>, row: number): Speaker {
  return {
    name: String(sent[speakerField('speakerName', row)] ?? '').trim(),
    function: bilingualOf(sent, speakerField('speakerFunction', row)),
  };
}
