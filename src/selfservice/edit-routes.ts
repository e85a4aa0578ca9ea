/** Changing a request through the personal link. */
import { type Request, type Response, Router } from 'express';
import {
  applicantStep,
  enteredFrom,
  getLivingRequest,
  listDocuments,
  listSlotWishes,
  readAccreditation,
} from '../accreditation/index.js';
import { getEvent, listSlots } from '../events/index.js';
import { yearOf } from '../platform/dates.js';
import type { Deps } from '../platform/deps.js';
import { Conflict } from '../platform/errors.js';
import { type Entered, enteredOf, type FieldError, showErrors, textOf } from '../platform/form.js';
import { formTokenOf } from '../platform/form-token.js';
import { langOf, renderPage, translateFor } from '../platform/render.js';
import { fileNameOf, readMultipart, uploadOf } from '../platform/uploads.js';
import { backToStatus } from './answer-routes.js';
import { type EditFacts, toEditPage } from './edit-page.js';
import { editRequest } from './edit-request.js';
import { currentApplicant } from './require-applicant.js';

export function editRoutes(deps: Deps): Router {
  const router = Router({ mergeParams: true });

  router.get('/edit', async (req, res) => {
    const facts = await editFacts(deps, req);
    const wishes = await listSlotWishes(deps.db, facts.request.id);
    const slotIds = wishes.map(({ slotId }) => slotId);
    await showEdit(res, facts, { status: 200, entered: enteredFrom(facts.request, slotIds), errors: [] });
  });

  router.post('/edit', readMultipart('proofFile'), async (req, res) => {
    const facts = await editFacts(deps, req);
    if (!formTokenOf(deps, req).ok) return showAgain(req, res, facts, { status: 403, why: 'expired' });
    const { request, event, slots, documents } = facts;
    const file = await uploadOf(req, 'proofFile');
    const edit = { hasFile: documents.length > 0 };
    const form = await readAccreditation(req, { year: yearOf(event.startsAt), slots, file, edit });
    if (!form.ok) return showEdit(res, facts, form);
    try {
      await editRequest(deps, request.id, { ...form, version: Number(textOf(enteredOf(req), 'version')) });
    } catch (refusal) {
      if (!(refusal instanceof Conflict)) throw refusal;
      const now = await getLivingRequest(deps.db, request.id);
      applicantStep(now, 'edit');
      return showAgain(req, res, { ...facts, request: now }, { status: 409, why: 'changed' });
    }
    backToStatus(req, res);
  });

  return router;
}

async function editFacts({ db }: Deps, req: Request): Promise<EditFacts> {
  const { request, token } = currentApplicant(req);
  applicantStep(request, 'edit');
  return {
    request,
    token,
    event: await getEvent(db, request.eventId),
    slots: await listSlots(db, request.eventId),
    documents: await listDocuments(db, request.id),
  };
}

interface Shown {
  status: number;
  entered: Entered;
  errors: readonly FieldError[];
  why?: 'expired' | 'changed';
}

async function showEdit(
  res: Response,
  facts: EditFacts,
  { status, entered, errors, why }: Shown,
): Promise<void> {
  const t = translateFor(res);
  const notice = why && {
    kind: 'warning' as const,
    title: t(`selfservice:edit.notices.${why}.title`),
    text: t(`selfservice:edit.notices.${why}.text`),
  };
  const page = toEditPage(langOf(res), facts, { entered, errors: showErrors(t, errors) }, notice);
  await renderPage(res, 'selfservice/edit', page, status);
}

/** With everything typed; a chosen file is named, because it has to be chosen again. */
function showAgain(req: Request, res: Response, facts: EditFacts, refusal: Pick<Shown, 'status' | 'why'>) {
  const name = fileNameOf(req, 'proofFile');
  const message = { key: 'accreditation:errors.file.again', values: { name } };
  const errors = name ? [{ field: 'proofFile', message }] : [];
  return showEdit(res, facts, { ...refusal, entered: enteredOf(req), errors });
}
