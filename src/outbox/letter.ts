/** Whose letters a role may see and steer, and which steps the team may take with one. */
import { allowsStep } from '../platform/mail-status.js';
import type { OutgoingMail } from '../platform/outbox.js';
import { isAbout, type Subjects } from '../platform/outbox-list.js';
import { type Area, may, type Role } from '../staff/index.js';

/** Letters belong to the area of the record they are about. */
const AREA_OF: Record<string, Area> = {
  request: 'requests',
  release: 'newsroom',
  alert: 'newsroom',
  event: 'events',
  staff: 'team',
};

/** These say more than their record does: the title of a release under embargo. */
const AREA_OF_KIND: Record<string, Area> = { 'previews:letters.preview': 'newsroom' };

/** Undefined: every letter. A role with `own` sees those of the areas in which it works. */
export function subjectsFor(role: Role): Subjects {
  if (may(role, 'outbox', 'write') || !may(role, 'outbox', 'own')) return undefined;
  const mine = (areas: Record<string, Area>) =>
    Object.keys(areas).filter((name) => may(role, areas[name]!, 'write'));
  const always = mine(AREA_OF_KIND);
  const never = Object.keys(AREA_OF_KIND).filter((kind) => !always.includes(kind));
  return { about: mine(AREA_OF), always, never };
}

export function maySee(role: Role, mail: Pick<OutgoingMail, 'about' | 'kind'>): boolean {
  return may(role, 'outbox', 'read') && isAbout(subjectsFor(role), mail);
}

/** The record a letter is about, as its own feature shows it. */
export interface RecordLink {
  label: string;
  href: string;
  /** Whoever may not open this area reads the label only. */
  area: Area;
}

export const LETTER_STEPS = ['resend', 'bounce', 'cancel'] as const;
export type LetterStep = (typeof LETTER_STEPS)[number];

/** The letter of a decision is not stopped here: undoing the decision does that, with everything that belongs to it. */
export function isOfDecision({ afterSent }: Pick<OutgoingMail, 'afterSent'>): boolean {
  return afterSent === 'decision';
}

export function mayTakeStep(role: Role, step: LetterStep): boolean {
  return may(role, 'outbox', step === 'cancel' ? 'write' : 'own');
}

export function possibleSteps(role: Role, mail: OutgoingMail): LetterStep[] {
  return LETTER_STEPS.filter(
    (step) =>
      mayTakeStep(role, step) && allowsStep(mail.state, step) && !(step === 'cancel' && isOfDecision(mail)),
  );
}
