/** When a reminder is due. Days and hours are those of Berlin; nobody is written to at night. */
import { addDays, daysBetween, parseLocalTime, toDay, toIsoLocal } from '../platform/dates.js';

/** Letters to applicants leave from this hour of the day on. */
const MORNING_HOUR = 8;
const EVENING_HOUR = 20;
/** The team hears of its own promises when the day begins. */
const TEAM_HOUR = 7;

/** Days before an answer is due. */
const BEFORE_DUE = 2;
/** Days before the event. */
const BEFORE_EVENT = 3;
/** Days before the promised answer date. */
const BEFORE_PROMISE = 2;

const hourOf = (now: Date): number => Number(toIsoLocal(now).slice(11, 13));

function morningOf(day: Date): Date {
  const time = parseLocalTime(`${toDay(day)}T0${MORNING_HOUR}:00`);
  return time.ok ? time.date : day;
}

export interface Asked {
  /** When the letter with the enquiry left. */
  askedAt: Date;
  dueAt: Date;
}

/** In the morning two days before an answer is due, or after half of the time where that is later. */
export function enquiryReminderAt({ askedAt, dueAt }: Asked): Date {
  const half = new Date((askedAt.getTime() + dueAt.getTime()) / 2);
  const morning = morningOf(addDays(dueAt, -BEFORE_DUE));
  return morning > half ? morning : half;
}

/** What would come at night waits for the morning, unless the answer is due before that. */
export function isEnquiryReminderDue(asked: Asked, now: Date): boolean {
  if (now < enquiryReminderAt(asked) || now >= asked.dueAt) return false;
  const hour = hourOf(now);
  if (hour >= MORNING_HOUR && hour < EVENING_HOUR) return true;
  return asked.dueAt <= morningOf(hour < MORNING_HOUR ? now : addDays(now, 1));
}

/** No enquiry can be remembered earlier than this. */
export const farthestDue = (now: Date): Date => addDays(now, BEFORE_DUE + 1);

interface Times {
  startsAt: Date;
  endsAt: Date;
  answerBy: Date;
}

/** In the morning three days before the event. */
export const visitReminderAt = ({ startsAt }: Pick<Times, 'startsAt'>): Date =>
  morningOf(addDays(startsAt, -BEFORE_EVENT));

/** From then on by day, until the event begins. */
export function isVisitReminderDue(event: Pick<Times, 'startsAt'>, now: Date): boolean {
  const hour = hourOf(now);
  const byDay = hour >= MORNING_HOUR && hour < EVENING_HOUR;
  return byDay && now >= visitReminderAt(event) && now < event.startsAt;
}

/** Each day from two days before the promised answer date until the event is over. */
export function isPromiseNear({ answerBy, endsAt }: Pick<Times, 'answerBy' | 'endsAt'>, now: Date): boolean {
  return hourOf(now) >= TEAM_HOUR && daysBetween(now, answerBy) <= BEFORE_PROMISE && now < endsAt;
}
