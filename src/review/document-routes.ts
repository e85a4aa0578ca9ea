/** Serves proof documents to those who may see proofs: shown in the desk's own page, or downloaded. */
import { Router } from 'express';
import { getDocument, getRequest } from '../accreditation/index.js';
import type { Deps } from '../platform/deps.js';
import { requireRight } from '../staff/index.js';

/** What an applicant sent must not run, load or reach anything; only the desk's own page may frame it. */
const LOCKED =
  "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

export function documentRoutes({ db, files }: Deps): Router {
  const router = Router();
  router.get('/:reference/documents/:id', requireRight('proofs', 'read'), async (req, res) => {
    const request = await getRequest(db, String(req.params.reference));
    const document = await getDocument(db, request.id, Number(req.params.id) || 0);
    const content = await files.read(document.file);
    const disposition = req.query.download === undefined ? 'inline' : 'attachment';
    res.set({
      'Content-Type': document.kind,
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(document.originalName)}`,
      'Content-Security-Policy': LOCKED,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    });
    res.send(content);
  });
  return router;
}
