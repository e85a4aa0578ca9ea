/** The team takes a step with a letter: send it again, note that it came back, stop it. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import { Conflict, Forbidden, NotFound } from '../platform/errors.js';
import { changeMail, getMail } from '../platform/outbox-repository.js';
import { actorOf, type Member } from '../staff/index.js';
import { isOfDecision, type LetterStep, maySee, mayTakeStep } from './letter.js';
import { isReplaced } from './letter-repository.js';

const ACTIONS: Record<LetterStep, string> = {
  resend: 'letter.resent',
  bounce: 'letter.bounced',
  cancel: 'letter.cancelled',
};

/** A Conflict when the letter has moved on, or a later decision took its place; NotFound for letters of other areas. */
export async function changeLetter(deps: Deps, actor: Member, id: number, step: LetterStep): Promise<void> {
  if (!mayTakeStep(actor.role, step)) throw new Forbidden('errors:noRight');
  const at = deps.clock.now();
  await deps.db.transaction(async (trx) => {
    const mail = await getMail(trx, id);
    if (!maySee(actor.role, mail)) throw new NotFound();
    if (step === 'cancel' && isOfDecision(mail)) throw new Conflict('outbox:problems.decision');
    if (step === 'resend' && isOfDecision(mail) && (await isReplaced(trx, mail)))
      throw new Conflict('outbox:problems.replaced');
    await changeMail(trx, id, { step, at }).catch((error) => {
      throw error instanceof Conflict ? new Conflict('outbox:problems.moved') : error;
    });
    await appendAudit(trx, {
      at,
      actor: actorOf(actor),
      action: ACTIONS[step],
      subject: mail.about ?? 'outbox',
      details: { mail: id, kind: mail.kind },
    });
  });
}
