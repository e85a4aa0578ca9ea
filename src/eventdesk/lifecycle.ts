/** The life of an event: the one table of its steps. */
import type { EventState } from '../events/index.js';
import { Conflict } from '../platform/errors.js';

export const EVENT_STEPS = ['publish', 'archive', 'reopen'] as const;
export type EventStep = (typeof EVENT_STEPS)[number];

const STEPS: Record<EventStep, { from: EventState; to: EventState; act: string }> = {
  publish: { from: 'draft', to: 'published', act: 'event.published' },
  archive: { from: 'published', to: 'archived', act: 'event.archived' },
  reopen: { from: 'archived', to: 'published', act: 'event.reopened' },
};

/** Throws a Conflict for a step that is not in the table. */
export function nextEventState(state: EventState, step: EventStep): { state: EventState; act: string } {
  const { from, to, act } = STEPS[step];
  if (state !== from) throw new Conflict('eventdesk:errors.wrongStep');
  return { state: to, act };
}

export function stepsFrom(state: EventState): EventStep[] {
  return EVENT_STEPS.filter((step) => STEPS[step].from === state);
}

export function isEventStep(value: unknown): value is EventStep {
  return EVENT_STEPS.some((step) => step === value);
}

/** Slug and short code stand in links and references once the event is public. */
export const hasFixedNames = (state: EventState): boolean => state !== 'draft';
