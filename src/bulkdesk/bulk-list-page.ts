/** The list of bulk runs: the latest first, with how far each is. */
import type { ItemState, Run } from '../bulk/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { Badge } from '../queue/index.js';
import { paths } from './paths.js';
import { runBadge } from './progress-page.js';

export interface BulkListView {
  t: Translate;
  lang: Lang;
  runs: readonly Run[];
  counts: Map<number, Partial<Record<ItemState, number>>>;
  nameOf(memberId: number | undefined): string;
}

export interface BulkListPage extends Page {
  back: string;
  rows: { label: string; href: string; who: string; when: string; badge: Badge; outcome: string }[];
}

export function bulkListPage({ t, lang, runs, counts, nameOf }: BulkListView): BulkListPage {
  return {
    title: t('bulk:list.title'),
    section: 'requests',
    back: paths.queue,
    rows: runs.map((run) => {
      const count = counts.get(run.id) ?? {};
      return {
        label: t(run.wording ? `bulk:runs.${run.action}` : `bulk:drafts.${run.action}`, {
          name: nameOf(run.wording?.to),
        }),
        href: paths.run(run.id),
        who: nameOf(run.actsFor),
        when: formatDateTime(lang, run.startedAt ?? run.createdAt),
        badge: runBadge(t, run.state),
        outcome: (['waiting', 'done', 'undone', 'skipped', 'failed'] as const)
          .filter((state) => count[state])
          .map((state) => t(`bulk:counts.${state}`, { count: count[state] }))
          .join(', '),
      };
    }),
  };
}
