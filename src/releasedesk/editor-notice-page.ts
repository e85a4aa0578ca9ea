/** What the editor says above the form: text not saved yet, embargo, what was returned, what is still missing. */
import { mediaDeskPaths } from '../mediadesk/index.js';
import { PUBLIC_STATES, releasedAt } from '../newsroom/index.js';
import { formatDateTime, formatMoment, formatTime } from '../platform/dates.js';
import { type Translate, translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { previewPaths } from '../previews/index.js';
import { type Gap, hindranceOf, stateAt } from '../releaselife/index.js';
import type { Editor } from './editor.js';
import { fieldOf } from './entries.js';
import { paths } from './paths.js';

export interface EditorNotice {
  attention: boolean;
  icon: string;
  strong: string;
  text: string;
  links: { href: string; label: string }[];
  /** One button that sends nothing but the form token. */
  button?: { action: string; label: string };
}

export interface Noticing {
  editor: Editor;
  writes: boolean;
  /** The member typed something once and did not save it. */
  undecided: boolean;
  /** When the text that stands in the form was kept; undefined where it is the saved one. */
  continued: Date | undefined;
}

export function editorNotices(lang: Lang, shown: Noticing): EditorNotice[] {
  const t = translator(lang);
  return [
    ...autosaveNotices(lang, t, shown),
    ...stateNotices(lang, t, shown),
    ...embargoNotices(lang, t, shown),
    ...otherNotices(lang, t, shown),
  ];
}

const notice = (
  icon: string,
  strong: string,
  text: string,
  more: Partial<EditorNotice> = {},
): EditorNotice => ({
  ...{ attention: false, icon, strong, text, links: [] },
  ...more,
});

function autosaveNotices(
  lang: Lang,
  t: Translate,
  { editor, undecided, continued }: Noticing,
): EditorNotice[] {
  const { id } = editor.desk.release;
  const button = { action: paths.discard(id), label: t('releasedesk:autosave.discard') };
  if (continued)
    return [
      notice('draft', t('releasedesk:autosave.continued', { time: formatDateTime(lang, continued) }), '', {
        button,
      }),
    ];
  if (!undecided || !editor.autosave) return [];
  const time = formatDateTime(lang, editor.autosave.savedAt);
  return [
    notice('draft', t('releasedesk:autosave.offer', { time }), t('releasedesk:autosave.offerText'), {
      attention: true,
      links: [{ href: paths.continued(id), label: t('releasedesk:autosave.continue') }],
      button,
    }),
  ];
}

function stateNotices(lang: Lang, t: Translate, { editor }: Noticing): EditorNotice[] {
  const { situation, desk, history, names } = editor;
  const { withdrawal } = desk.release;
  const key = (name: string) => `releasedesk:notices.${name}`;
  const last = history.find(({ action }) => !['saved', 'discarded'].includes(action));
  const who = (id: number | undefined) => names.get(id ?? 0) ?? t('releasedesk:history.somebody');
  switch (situation.state) {
    case 'draft':
      return last?.action === 'return'
        ? [
            notice('arrow-back', t(key('returned'), { name: who(last.staffId) }), last.note, {
              attention: true,
            }),
          ]
        : [];
    case 'in_approval': {
      const own = hindranceOf('approve', situation) === 'ownText';
      const text = own ? t(key('waitsForOther')) : t(key('waitsForYou'));
      const said = last?.action === 'submit' && last.note ? t(key('submittedWith'), { note: last.note }) : '';
      const submitted = t(key('submitted'), { name: who(desk.proposedBy) });
      return [notice('visibility', submitted, [text, said].filter(Boolean).join(' '))];
    }
    case 'scheduled': {
      const time = formatMoment(lang, releasedAt(desk.release));
      return [notice('calendar-today', t(key('scheduled'), { time }), t(key('scheduledText')))];
    }
    case 'withdrawn':
      return [
        notice(
          'close',
          t(key('withdrawn'), { time: formatDateTime(lang, withdrawal!.at) }),
          withdrawal!.note,
        ),
      ];
    default:
      return [];
  }
}

function embargoNotices(lang: Lang, t: Translate, { editor, writes }: Noticing): EditorNotice[] {
  const { desk, situation, now } = editor;
  const { embargoUntil, id } = desk.release;
  const mayChange = writes && !hindranceOf('embargo', situation);
  const change = { href: paths.embargo(id), label: t('releasedesk:notices.changeEmbargo') };
  const readers = { href: previewPaths.desk, label: t('releasedesk:notices.previews') };
  if (!embargoUntil || embargoUntil <= now) {
    if (!mayChange) return [];
    const none = { links: [{ ...change, label: t('releasedesk:notices.setEmbargo') }] };
    return [notice('info', t('releasedesk:notices.noEmbargo'), '', none)];
  }
  return [
    notice(
      'calendar-today',
      t('releasedesk:notices.embargo', { time: formatMoment(lang, embargoUntil) }),
      t('releasedesk:notices.embargoText'),
      { links: [...(mayChange ? [change] : []), ...(situation.state === 'scheduled' ? [readers] : [])] },
    ),
  ];
}

/** Each language has a life of its own: what is done to one may leave the same news readable in the other. */
function otherNotices(lang: Lang, t: Translate, { editor }: Noticing): EditorNotice[] {
  const { desk, other, situation, now } = editor;
  if (!other) return [];
  const its = stateAt(other.release, now);
  const time = releasedAt(other.release);
  const isOut = its === 'published' || its === 'corrected';
  const alone = isOut && (situation.state === 'scheduled' || situation.state === 'withdrawn');
  const apart =
    its === 'scheduled' &&
    PUBLIC_STATES.includes(situation.state) &&
    time.getTime() !== releasedAt(desk.release).getTime();
  if (!alone && !apart) return [];
  const words = t(`releasedesk:notices.${alone ? 'otherPublic' : 'otherTime'}`, {
    time: formatMoment(lang, time),
  });
  const links = [{ href: paths.release(other.release.id), label: t('releasedesk:notices.other') }];
  return [notice('info', words, '', { attention: true, links })];
}

export interface GapLine {
  href: string;
  text: string;
}

/** In the words of the member, each leading to where it is filled: a field of the page `form`, or a draft's own page. */
export const gapLines = (t: Translate, gaps: readonly Gap[], form = ''): GapLine[] =>
  gaps.map((gap) => ({
    href: gap.kind === 'unready' ? mediaDeskPaths.asset(gap.assetId) : `${form}#${fieldOf(gap)}`,
    text: t(`releasedesk:gaps.${gap.kind}`, 'name' in gap ? { name: gap.name } : {}),
  }));

/** "Mia Vorlage um 9:36 Uhr" */
export function lastSaver(lang: Lang, { desk, names }: Editor): string {
  const t = translator(lang);
  const name = (desk.editedBy !== undefined && names.get(desk.editedBy)) || t('releasedesk:history.somebody');
  return t('releasedesk:conflict.who', { name, time: formatTime(lang, desk.savedAt) });
}
