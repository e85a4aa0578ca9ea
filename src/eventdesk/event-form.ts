/** What the team may say about an event. */
import type { Request } from 'express';
import { body } from 'express-validator';
import type { Event, EventFields, EventTexts } from '../events/index.js';
import { bilingualChains, bilingualOf } from '../platform/bilingual.js';
import { type FormResult, readForm } from '../platform/form.js';
import { momentChain, momentOf, momentOrder } from '../platform/moments.js';
import { MAX_SLUG, SHORT_CODE, SLUG } from './names.js';

const TEXTS: Record<keyof EventTexts, { max: number; required: boolean }> = {
  title: { max: 200, required: true },
  summary: { max: 600, required: true },
  place: { max: 200, required: true },
  directions: { max: 3000, required: false },
  allocationRule: { max: 2000, required: false },
  organiser: { max: 200, required: true },
  contactName: { max: 200, required: true },
};

const nameChains = [
  body('slug').trim().toLowerCase().matches(SLUG).withMessage('eventdesk:form.errors.slug'),
  body('slug')
    .isLength({ max: MAX_SLUG })
    .withMessage({ key: 'fields:tooLong', values: { max: MAX_SLUG } }),
  body('shortCode').trim().toUpperCase().matches(SHORT_CODE).withMessage('eventdesk:form.errors.shortCode'),
];

const momentChains = [
  momentChain('startsAt'),
  momentChain('endsAt'),
  momentChain('pressEntryAt', true),
  momentChain('accreditationOpensAt'),
  momentChain('accreditationClosesAt'),
  momentChain('answerBy'),
  momentOrder('endsAt', 'startsAt', (end, start) => end > start, 'eventdesk:form.errors.endsAt'),
  momentOrder('pressEntryAt', 'endsAt', (entry, end) => entry < end, 'eventdesk:form.errors.pressEntryAt'),
  momentOrder(
    'accreditationClosesAt',
    'accreditationOpensAt',
    (closes, opens) => closes > opens,
    'eventdesk:form.errors.closes',
  ),
  momentOrder(
    'answerBy',
    'accreditationClosesAt',
    (answer, closes) => answer >= closes,
    'eventdesk:form.errors.answerAfter',
  ),
  momentOrder(
    'answerBy',
    'startsAt',
    (answer, start) => answer < start,
    'eventdesk:form.errors.answerBefore',
  ),
];

const contactChains = [
  body('programmeUrl')
    .trim()
    .optional({ values: 'falsy' })
    .isURL({ protocols: ['http', 'https'], require_protocol: true })
    .withMessage('fields:url'),
  body('contactEmail').trim().isEmail().withMessage('fields:email'),
  body('contactPhone')
    .default('')
    .trim()
    .matches(/^[+\d\s()/-]{0,40}$/)
    .withMessage('fields:phone'),
  body('undoDelayMinutes').trim().isInt({ min: 0, max: 60 }).withMessage('eventdesk:form.errors.undoDelay'),
  ...['fourEyes', 'releaseApproval'].map((name) =>
    body(name).default('no').isIn(['no', 'yes']).withMessage('eventdesk:form.errors.fourEyes'),
  ),
];

const chains = [
  ...nameChains,
  ...Object.entries(TEXTS).flatMap(([name, rule]) => bilingualChains(name, rule)),
  ...momentChains,
  ...contactChains,
];

/** `fixed` are the names of an event that was published: what the form says about them does not count. */
export async function readEvent(
  req: Request,
  fixed?: Pick<Event, 'slug' | 'shortCode'>,
): Promise<FormResult<EventFields>> {
  if (fixed) req.body = { ...req.body, slug: fixed.slug, shortCode: fixed.shortCode };
  const form = await readForm<Record<string, string>>(req, chains);
  return form.ok ? { ok: true, input: toFields(req.body, form.input) } : form;
}

function toFields(sent: Record<string, unknown>, checked: Record<string, string>): EventFields {
  const moment = (field: string) => momentOf(sent, field)!;
  const text = (field: string) => bilingualOf(sent, field);
  return {
    slug: checked.slug!,
    shortCode: checked.shortCode!,
    startsAt: moment('startsAt'),
    endsAt: moment('endsAt'),
    pressEntryAt: momentOf(sent, 'pressEntryAt'),
    accreditationOpensAt: moment('accreditationOpensAt'),
    accreditationClosesAt: moment('accreditationClosesAt'),
    answerBy: moment('answerBy'),
    texts: {
      title: text('title'),
      summary: text('summary'),
      place: text('place'),
      directions: text('directions'),
      allocationRule: text('allocationRule'),
      organiser: text('organiser'),
      contactName: text('contactName'),
    },
    programmeUrl: checked.programmeUrl || undefined,
    contactEmail: checked.contactEmail!,
    contactPhone: checked.contactPhone ?? '',
    undoDelayMinutes: Number(checked.undoDelayMinutes),
    fourEyes: checked.fourEyes === 'yes',
    releaseApproval: checked.releaseApproval === 'yes',
  };
}
