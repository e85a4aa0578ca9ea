/** A bulk run while it goes on and when it is over: how far it is, what came of it, and what can still be done. */
import type { Heap, ItemRow } from '../bulk/index.js';
import {
  allowsRunStep,
  countOf,
  isBulkDecision,
  isMoving,
  type Run,
  type RunState,
  type RunStep,
} from '../bulk/index.js';
import { formatDateTime, formatTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type Badge, withQuery } from '../queue/index.js';
import { type LeftOutRow, leftOutRow, type Paging, pagingOf } from './left-out-page.js';
import { paths } from './paths.js';

export const PROGRESS_ROWS = 25;

export interface ProgressView {
  t: Translate;
  lang: Lang;
  query: string;
  run: Run;
  /** The member in whose name it runs. */
  actsFor: string;
  /** Of an assignment. */
  colleague: string;
  writes: boolean;
  heaps: readonly Heap[];
  letters: { count: number; next: Date | undefined };
  leftOut: { items: readonly ItemRow[]; after: number };
  decided: { items: readonly ItemRow[]; after: number };
  conflict: string | undefined;
}

interface Button {
  action: string;
  label: string;
  icon: string;
}

export interface ProgressPage extends Page {
  back: string;
  heading: string;
  who: string;
  badge: Badge;
  /** Something is happening: where the page looks again by itself. */
  live: boolean;
  reload: string;
  bar: { label: string; value: number; max: number; note: string };
  buttons: Button[];
  undo: { text: string; outbox: string; action: string } | undefined;
  leftOut: { heading: string; rows: LeftOutRow[]; paging: Paging };
  decided: { heading: string; rows: LeftOutRow[]; paging: Paging };
  runs: string;
  conflict: string;
}

const LOOKS: Record<RunState, Omit<Badge, 'label'>> = {
  draft: { icon: 'visibility', tone: 'info' },
  running: { icon: 'autorenew', tone: 'info' },
  stopped: { icon: 'warning', tone: 'warning' },
  done: { icon: 'success', tone: 'success' },
  undoing: { icon: 'autorenew', tone: 'info' },
  undone: { icon: 'arrow-back', tone: 'plain' },
};

export const runBadge = (t: Translate, state: RunState): Badge => ({
  label: t(`bulk:states.${state}`),
  ...LOOKS[state],
});

export function progressPage(view: ProgressView): ProgressPage {
  const { t, lang, run, query, heaps } = view;
  const address = (parts: string) => withQuery(paths.run(run.id), [query, parts].filter(Boolean).join('&'));
  const left = pagingOf((after) => address(after && `skipped=${after}`), {
    ...view.leftOut,
    limit: PROGRESS_ROWS,
  });
  const done = pagingOf((after) => address(after && `after=${after}`), {
    ...view.decided,
    limit: PROGRESS_ROWS,
  });
  const heading = t(`bulk:runs.${run.action}`, { name: view.colleague });
  const row = (item: ItemRow) => leftOutRow(t, query, item);
  return {
    title: heading,
    section: 'requests',
    back: withQuery(paths.queue, query),
    heading,
    who: t('bulk:progress.who', {
      name: view.actsFor,
      time: formatDateTime(lang, run.startedAt ?? run.createdAt),
    }),
    badge: runBadge(t, run.state),
    live: isMoving(run.state),
    reload: address(''),
    bar: barOf(view),
    buttons: view.writes ? buttonsOf(view) : [],
    undo: undoOf(view),
    leftOut: {
      heading: t('bulk:progress.leftOut', { count: countOf(heaps, 'skipped', 'failed') }),
      rows: left.shown.map(row),
      paging: left.paging,
    },
    decided: {
      heading: t(`bulk:progress.${run.state === 'undone' ? 'undone' : 'decided'}`, {
        count: countOf(heaps, run.state === 'undone' ? 'undone' : 'done'),
      }),
      rows: done.shown.map((item) => ({
        ...row({ ...item, reason: item.reason ?? 'changed' }),
        why: item.reason ? row(item).why : '',
      })),
      paging: done.paging,
    },
    runs: paths.bulk,
    conflict: view.conflict ? t(view.conflict) : '',
  };
}

/** Those that were left out beforehand do not count: the bar is about what the run does. */
function barOf({ t, run, heaps }: ProgressView): ProgressPage['bar'] {
  const undoing = run.state === 'undoing' || run.state === 'undone';
  const value = undoing ? countOf(heaps, 'undone') : countOf(heaps, 'done', 'failed');
  const max = undoing ? countOf(heaps, 'undone', 'done') : countOf(heaps, 'done', 'failed', 'waiting');
  const failed = countOf(heaps, 'failed');
  const notes: Record<RunState, string> = {
    draft: '',
    running: 'bulk:progress.leave',
    undoing: 'bulk:progress.leave',
    stopped: run.halted === 'rights' ? 'bulk:progress.rights' : 'bulk:progress.stopped',
    done: failed > 0 ? 'bulk:progress.failed' : '',
    undone: run.halted === 'rights' ? 'bulk:progress.rights' : max > value ? 'bulk:progress.notAll' : '',
  };
  const label = t(`bulk:progress.${undoing ? 'undoneOf' : run.action}`, { value, max });
  return {
    label,
    value,
    max: Math.max(1, max),
    note: notes[run.state] && t(notes[run.state], { count: undoing ? max - value : failed }),
  };
}

function buttonsOf({ t, run, heaps, query }: ProgressView): Button[] {
  const offered: [RunStep, string, boolean][] = [
    ['stop', 'close', true],
    ['resume', 'arrow-forward', true],
    ['retry', 'autorenew', countOf(heaps, 'failed') > 0],
  ];
  return offered
    .filter(([step, , wanted]) => wanted && allowsRunStep(run.state, step))
    .map(([step, icon]) => ({
      action: withQuery(paths.step(run.id, step), query),
      label: t(`bulk:steps.${step}`),
      icon,
    }));
}

/** While letters wait. */
function undoOf({ t, lang, run, writes, letters, query }: ProgressView): ProgressPage['undo'] {
  if (letters.count === 0 || !letters.next || !isBulkDecision(run.action)) return undefined;
  return {
    text: t('bulk:undo.text', { count: letters.count, time: formatTime(lang, letters.next) }),
    outbox: paths.outbox,
    action: writes && allowsRunStep(run.state, 'undo') ? withQuery(paths.step(run.id, 'undo'), query) : '',
  };
}
