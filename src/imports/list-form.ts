/** The two forms of a list: which file for which event, and what its columns hold. */
import type { Request } from 'express';
import { OUTLET_TYPES, WORK_AREAS } from '../accreditation/index.js';
import { type Entered, enteredOf, type FieldError, textOf } from '../platform/form.js';
import { isLang } from '../platform/languages.js';
import { bytesOf, fileNameOf } from '../platform/uploads.js';
import { doubledFields, FOR_ALL, fieldsFor, isRequired, missingFields } from './column.js';
import { type Import, KINDS, type Kind, type Matching, OUTCOMES } from './import.js';
import { readTable, type Table } from './table.js';

type Refused = { ok: false; status: 400 | 413 | 415; entered: Entered; errors: FieldError[] };

export interface ListForm {
  kind: Kind;
  /** Address part of the event. */
  event: string;
  fileName: string;
  table: Extract<Table, { ok: true }>;
}

/** The choice of the event stands under the kind it belongs to. */
export const eventField = (kind: Kind): string => (kind === 'past' ? 'eventPast' : 'eventRequests');

export function readList(req: Request): ({ ok: true } & ListForm) | Refused {
  const entered = enteredOf(req);
  const kind = KINDS.find((known) => known === textOf(entered, 'kind'));
  const event = kind ? textOf(entered, eventField(kind)) : '';
  const file = bytesOf(req, 'list');
  const table = file?.tooBig
    ? ({ ok: false, status: 413, message: 'imports:errors.tooBig' } as const)
    : file && readTable(file.content);
  const errors: FieldError[] = [
    ...(kind ? [] : [{ field: 'kind', message: 'imports:errors.kind' }]),
    ...(kind && !event ? [{ field: eventField(kind), message: 'imports:errors.event' }] : []),
    ...(table ? [] : [{ field: 'list', message: 'imports:errors.noFile' }]),
    ...(table && !table.ok ? [{ field: 'list', message: table.message }] : []),
  ];
  if (kind && table?.ok && errors.length === 0)
    return { ok: true, kind, event, fileName: fileNameOf(req, 'list'), table };
  // The browser keeps no file: what is chosen else has to be chosen with it again.
  if (table?.ok) errors.push({ field: 'list', message: 'imports:errors.again' });
  return { ok: false, status: table && !table.ok ? table.status : 400, entered, errors };
}

export const columnField = (at: number): string => `column${at}`;

export function readMatching(req: Request, run: Import): { ok: true; matching: Matching } | Refused {
  const entered = enteredOf(req);
  const offered = fieldsFor(run.kind);
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | '' =>
    values.find((value) => value === textOf(entered, name)) ?? '';
  const fields = run.headings.map((_, at) => one(columnField(at), offered));
  const lang = textOf(entered, 'lang');
  const matching: Matching = {
    fields,
    outletType: one('outletType', OUTLET_TYPES),
    workArea: one('workArea', WORK_AREAS),
    lang: isLang(lang) ? lang : 'de',
    outcome: run.kind === 'past' ? one('outcome', OUTCOMES) : '',
    letters: run.kind === 'requests' && textOf(entered, 'letters') === 'yes',
  };
  const errors = errorsOf(run, matching, entered);
  return errors.length === 0 ? { ok: true, matching } : { ok: false, status: 400, entered, errors };
}

function errorsOf({ kind }: Import, { fields }: Matching, entered: Entered): FieldError[] {
  const free = Math.max(0, fields.indexOf(''));
  return [
    ...missingFields(kind, fields).map((name) => ({
      field: columnField(free),
      message: { key: 'imports:errors.missing', values: { name } },
    })),
    ...doubledFields(fields).map((name) => ({
      field: columnField(fields.lastIndexOf(name)),
      message: { key: 'imports:errors.doubled', values: { name } },
    })),
    ...FOR_ALL.filter(
      (name) => isRequired(kind, name) && !fields.includes(name) && textOf(entered, name) === '',
    ).map((name) => ({ field: name, message: `imports:errors.forAll.${name}` })),
  ];
}
