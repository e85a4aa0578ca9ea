/** The forms of a bulk run: what is chosen for which action, and what is said once for all. */
import type { Request } from 'express';
import { BULK_ACTIONS, type BulkAction, type BulkDecision, type Wording } from '../bulk/index.js';
import { type DecisionInput, decisionForm, toRuling } from '../decisions/index.js';
import { fieldIn } from '../platform/bilingual.js';
import { type Entered, type FieldError, listOf, readForm, textOf } from '../platform/form.js';
import type { Lang } from '../platform/languages.js';
import type { Catalogue } from '../reasons/index.js';

export interface ChosenForm {
  action: BulkAction;
  /** `all`: everything the filters in the address leave. */
  references: string[] | 'all';
}

/** Undefined for an action nobody offers. */
export function readChosen(entered: Entered): ChosenForm | undefined {
  const action = BULK_ACTIONS.find((known) => known === textOf(entered, 'action'));
  if (!action) return undefined;
  const all = textOf(entered, 'scope') === 'all';
  return { action, references: all ? 'all' : [...new Set(listOf(entered, 'refs[]'))].slice(0, 500) };
}

type WordingRead = { ok: true; wording: Wording } | { ok: false; errors: FieldError[] };

interface Asked {
  decision: BulkDecision;
  /** Of those who will read it. */
  langs: readonly Lang[];
  now: Date;
  catalogue: Catalogue;
}

/** The single decision's own form, once for each language that somebody will read; so it asks for the same. */
export async function readWording(
  entered: Entered,
  { decision, langs, now, catalogue }: Asked,
): Promise<WordingRead> {
  const errors = new Map<string, FieldError>();
  const wording: Wording = { reason: '', due: undefined, texts: {} };
  for (const lang of langs) {
    const field = (name: string) => fieldIn(lang, name);
    const body = {
      ...{ decision, reason: textOf(entered, 'reason'), due: textOf(entered, 'due'), version: '' },
      ...{ text: textOf(entered, field('text')), limits: textOf(entered, field('limits')) },
    };
    const form = await readForm<DecisionInput>({ body } as Request, decisionForm(now, catalogue));
    if (form.ok) {
      const { reason, due, text, limits } = toRuling(form.input, undefined, '');
      Object.assign(wording, { reason, due: due?.toISOString() });
      wording.texts[lang] = { text, limits };
    } else {
      for (const error of form.errors) {
        const name = ['text', 'limits'].includes(error.field) ? field(error.field) : error.field;
        errors.set(name, { ...error, field: name });
      }
    }
  }
  return errors.size > 0 ? { ok: false, errors: [...errors.values()] } : { ok: true, wording };
}
