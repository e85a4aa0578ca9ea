/** The text blocks of further enquiries at the desk: the list, the form of one, retiring and offering again. */
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../platform/deps.js';
import { entryIdOf, orFasterNotice, seenVersionOf } from '../platform/desk-entry.js';
import { Conflict } from '../platform/errors.js';
import { enteredOf, type FieldError } from '../platform/form.js';
import { OFFERED_STEPS, type OfferedStep } from '../platform/offered.js';
import { langOf, renderDesk } from '../platform/render.js';
import { leaveNotice } from '../platform/session.js';
import { actorOf, currentMember, may, requireRight } from '../staff/index.js';
import type { TextBlock } from './block.js';
import { readBlock } from './block-form.js';
import { blockPage, blocksPage, enterBlock } from './block-page.js';
import { getBlock, listBlocks } from './block-repository.js';
import { addBlock, changeBlock, moveBlock } from './change-block.js';
import { paths } from './paths.js';

export function textBlockRoutes(deps: Deps): Router {
  const router = Router();
  const writes = requireRight('settings', 'write');

  router.get('/text-blocks', requireRight('settings', 'read'), async (req, res) => {
    const offered = await listBlocks(deps.db, 'offered');
    const retired = await listBlocks(deps.db, 'retired');
    const mayWrite = may(currentMember(req).role, 'settings', 'write');
    await renderDesk(res, 'textblocks/list', blocksPage(langOf(res), { offered, retired }, mayWrite));
  });

  router.get('/text-blocks/:id', writes, async (req, res) => {
    const block = await blockOf(deps, req);
    const state = { entered: block ? enterBlock(block) : {}, errors: [] };
    await renderDesk(res, 'textblocks/form', blockPage(langOf(res), { block, state }));
  });

  router.post('/text-blocks/:id', writes, (req, res) => saveBlock(deps, req, res));

  for (const step of Object.keys(OFFERED_STEPS) as OfferedStep[])
    router.post(`/text-blocks/:id/${step}`, writes, async (req, res) => {
      const seen = { id: (await storedOf(deps, req)).id, version: seenVersionOf(req) };
      await orFasterNotice(req, 'textblocks:errors.faster', async () => {
        await moveBlock(deps, actorOf(currentMember(req)), seen, step);
        leaveNotice(req, `textblocks:notices.${step}`);
      });
      res.redirect(303, paths.list);
    });

  return router;
}

/** Throws NotFound, also for `new`. */
function storedOf({ db }: Deps, req: Request): Promise<TextBlock> {
  return getBlock(db, entryIdOf(req) ?? 0);
}

/** `new` has no block yet. */
const blockOf = async (deps: Deps, req: Request): Promise<TextBlock | undefined> =>
  entryIdOf(req) === undefined ? undefined : storedOf(deps, req);

async function saveBlock(deps: Deps, req: Request, res: Response): Promise<void> {
  const block = await blockOf(deps, req);
  const actor = actorOf(currentMember(req));
  const form = await readBlock(req);
  if (!form.ok) return showAgain(req, res, { block, errors: form.errors });
  try {
    if (block) await changeBlock(deps, actor, { id: block.id, version: seenVersionOf(req) }, form.input);
    else await addBlock(deps, actor, form.input);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showAgain(req, res, { block: await blockOf(deps, req), overtaken: true });
  }
  leaveNotice(req, 'textblocks:notices.saved');
  res.redirect(303, paths.list);
}

interface Again {
  block: TextBlock | undefined;
  errors?: FieldError[];
  overtaken?: boolean;
}

/** With everything that was typed. */
function showAgain(req: Request, res: Response, { block, errors = [], overtaken = false }: Again) {
  const state = { entered: enteredOf(req), errors };
  const page = blockPage(langOf(res), { block, state, overtaken });
  return renderDesk(res, 'textblocks/form', page, overtaken ? 409 : 400);
}
