/** What is said once for all in a bulk run: reason, texts in the languages of their readers, due day; or the colleague. */
import { type BulkDecision, isBulkDecision, type Run } from '../bulk/index.js';
import { DEMANDS } from '../decisions/index.js';
import { fieldIn } from '../platform/bilingual.js';
import { type TextField, textField } from '../platform/fields.js';
import { type Entered, errorAt, type ShownError, textOf } from '../platform/form.js';
import type { Translate } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withQuery } from '../queue/index.js';
import { type Catalogue, offeredReasons } from '../reasons/index.js';
import type { Member } from '../staff/index.js';
import { paths } from './paths.js';

export interface WordingView {
  t: Translate;
  lang: Lang;
  catalogue: Catalogue;
  run: Run;
  query: string;
  entered: Entered;
  errors: ShownError[];
  /** The languages of those who get a letter, with how many they are. */
  readers: readonly { lang: Lang; count: number }[];
  waiting: number;
  skipped: number;
  usualDue: string;
  reviewers: readonly Member[];
  me: Member;
  conflict: boolean;
}

interface Pick {
  value: string;
  label: string;
  hint: string;
  checked: boolean;
}

interface Picks {
  name: string;
  label: string;
  error: string;
  optional: boolean;
  options: Pick[];
}

export interface WordingPage extends Page {
  errors: ShownError[];
  back: string;
  heading: string;
  explanation: string;
  action: string;
  picks: Picks | undefined;
  fields: (TextField & { lang: Lang })[];
  due: TextField | undefined;
  note: string;
  submit: string;
  conflict: { text: string; href: string; label: string } | undefined;
}

export function wordingPage(view: WordingView): WordingPage {
  const { t, run, query, waiting } = view;
  return {
    title: t(`bulk:titles.${run.action}`, { count: waiting }),
    section: 'requests',
    errors: summaryOf(view),
    back: withQuery(paths.queue, query),
    heading: t(`bulk:titles.${run.action}`, { count: waiting }),
    explanation: t(`bulk:wording.explanation.${run.action}`),
    action: withQuery(paths.wording(run.id), query),
    picks: isBulkDecision(run.action) ? reasonPicks(view, run.action) : colleaguePicks(view),
    fields: isBulkDecision(run.action) ? fieldsOf(view, run.action) : [],
    due: isBulkDecision(run.action) && DEMANDS[run.action].due ? dueField(view) : undefined,
    note: view.skipped > 0 ? t('bulk:wording.skipped', { count: view.skipped }) : '',
    submit: t(isBulkDecision(run.action) ? 'bulk:wording.preview' : 'bulk:wording.assign', {
      count: waiting,
    }),
    conflict: view.conflict
      ? { text: t('bulk:errors.started'), href: paths.run(run.id), label: t('bulk:wording.toRun') }
      : undefined,
  };
}

function reasonPicks(view: WordingView, decision: BulkDecision): Picks | undefined {
  const { t, lang, entered, errors, catalogue } = view;
  const demand = DEMANDS[decision].reason;
  if (demand === 'none') return undefined;
  const chosen = textOf(entered, 'reason');
  const options = offeredReasons(catalogue, decision).map(({ key, texts }) => ({
    ...{ value: key, label: inLanguage(texts.label, lang), hint: inLanguage(texts.hint, lang) },
    checked: chosen === key,
  }));
  const optional = demand === 'optional';
  const none = optional ? t(`decisions:decide.noReason.${decision}`) : '';
  const without = { value: '', label: none, hint: '', checked: chosen === '' };
  return {
    name: 'reason',
    label: t(`decisions:decide.reason.${decision}`),
    error: errorAt(errors, 'reason'),
    optional,
    options: optional ? [...options, without] : options,
  };
}

function colleaguePicks({ t, entered, errors, reviewers, me }: WordingView): Picks {
  const chosen = textOf(entered, 'to');
  const option = (value: string, label: string) => ({ value, label, hint: '', checked: chosen === value });
  const others = reviewers.filter(({ id }) => id !== me.id);
  return {
    name: 'to',
    label: t('bulk:wording.to'),
    error: errorAt(errors, 'to'),
    optional: false,
    options: [
      option(String(me.id), t('bulk:wording.me', { name: me.name })),
      ...others.map(({ id, name }) => option(String(id), name)),
      option('nobody', t('bulk:wording.nobody')),
    ],
  };
}

/** Two fields may lack the same: the summary names them. */
const summaryOf = (view: WordingView): ShownError[] => {
  const fields = isBulkDecision(view.run.action) ? fieldsOf(view, view.run.action) : [];
  return view.errors.map(({ field, message }) => {
    const label = fields.find(({ name }) => name === field)?.label;
    return { field, message: label ? view.t('fields:summaryLine', { label, message }) : message };
  });
};

/** One field for each language somebody reads; nobody is asked for a text that nobody gets. */
function fieldsOf(view: WordingView, decision: BulkDecision): WordingPage['fields'] {
  const { t, readers } = view;
  const { text, limits } = DEMANDS[decision];
  return readers.flatMap(({ lang, count }) => {
    const label = (key: string) =>
      t('bulk:wording.inLanguage', { label: t(key), language: t(`decisions:languages.${lang}`), count });
    const field = (name: string, key: string, options: Parameters<typeof textField>[3]) => ({
      ...textField(fieldIn(lang, name), label(key), view, options),
      lang,
    });
    return [
      ...(limits
        ? [
            field('limits', 'decisions:fields.limits.label', {
              ...{ hint: t('decisions:fields.limits.hint'), rows: 3, optional: true },
            }),
          ]
        : []),
      ...(text === 'none'
        ? []
        : [
            field('text', `decisions:fields.textLabel.${decision}`, {
              hint: t(`decisions:fields.text.${decision}`),
              rows: 5,
              optional: text !== 'required',
            }),
          ]),
    ];
  });
}

const dueField = (view: WordingView): TextField => {
  const entered = { ...view.entered, due: textOf(view.entered, 'due') || view.usualDue };
  return textField(
    'due',
    view.t('decisions:fields.due.label'),
    { ...view, entered },
    {
      ...{ type: 'date', hint: view.t('decisions:fields.due.hint'), short: true },
    },
  );
};

/** What was written before, for changing it. */
export function enterWording({ action, wording }: Run, toDay: (date: Date) => string): Entered {
  if (!wording) return {};
  const { reason, due, texts, to } = wording;
  return {
    reason,
    ...(due ? { due: toDay(new Date(due)) } : {}),
    ...(action === 'assign' ? { to: to === undefined ? 'nobody' : String(to) } : {}),
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([lang, { text, limits }]) => [
        [fieldIn(lang as Lang, 'text'), text],
        [fieldIn(lang as Lang, 'limits'), limits],
      ]),
    ),
  };
}
