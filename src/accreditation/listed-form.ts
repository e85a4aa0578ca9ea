/** A row of a list under the rules of the accreditation form. */
import type { Request } from 'express';
import type { Entered } from '../platform/form.js';
import { type AccreditationResult, type FormRules, readAccreditation } from './accreditation-form.js';

/** Without a file and without wished slots: a list has neither. */
export const readListed = (
  fields: Entered,
  rules: Pick<FormRules, 'year' | 'listed'>,
): Promise<AccreditationResult> =>
  readAccreditation({ body: { ...fields } } as Request, {
    ...rules,
    slots: [],
    file: { ok: true, upload: undefined },
  });
