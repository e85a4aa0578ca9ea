/** The page of one release at the desk: where it stands, its form beside its preview, its history, and what comes next. */
import { isPublicRelease, newsroomPaths, PUBLIC_STATES, type ReleaseState } from '../newsroom/index.js';
import { formatDateTime } from '../platform/dates.js';
import { errorSummary, type FormState } from '../platform/desk-form.js';
import { type Translate, translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { withFirmHyphens } from '../platform/typography.js';
import { gapsOf, hindranceOf, isSameContent, type Step, stateAt } from '../releaselife/index.js';
import { type ConflictView, conflictView } from './conflict-page.js';
import { type Editor, savingOf } from './editor.js';
import { type EditorFields, editorFields } from './editor-fields-page.js';
import {
  type EditorNotice,
  editorNotices,
  type GapLine,
  gapLines,
  type Noticing,
} from './editor-notice-page.js';
import { type EditorPreview, editorPreview } from './editor-preview-page.js';
import { contentFrom } from './entries.js';
import { type LogLine, logOf } from './history-log-page.js';
import { paths } from './paths.js';
import { languageName, lookOf, whenOf } from './release-look-page.js';

export interface EditorPage extends Page {
  back: { href: string; label: string };
  languages: { label: string; href: string; current: boolean }[];
  /** Begins the other language; undefined where it exists. */
  translate: { action: string; label: string } | undefined;
  life: { label: string; icon: string; current: boolean }[];
  facts: string;
  /** Where the public reads it; empty while nobody does. */
  publicHref: string;
  notices: EditorNotice[];
  gaps: GapLine[];
  conflict: ConflictView | undefined;
  form: EditorForm | undefined;
  preview: EditorPreview;
  log: LogLine[];
  /** Steps that need no form. */
  links: { href: string; label: string; look: string }[];
}

interface EditorForm {
  action: string;
  revision: number;
  undecided: boolean;
  /** Something else stands in the form than was saved. */
  unsaved: boolean;
  /** Where the script keeps what is typed; empty until the member has said what becomes of an earlier text. */
  autosave: string;
  fields: EditorFields;
  saveLabel: string;
  saveLook: string;
  steps: { value: string; label: string; look: string }[];
}

export interface EditorShown extends Omit<Noticing, 'undecided'> {
  state: FormState;
  /** The revision from which the form goes on. */
  revision: number;
  /** The typed text and a colleague's stand beside each other. */
  overtaken: boolean;
  site: { baseUrl: string; issuer: string };
}

export function editorPage(lang: Lang, shown: EditorShown): EditorPage {
  const t = translator(lang);
  const { state } = shown;
  const { release } = shown.editor.desk;
  const typed = contentFrom(state.entered);
  const gaps = gapsOf({ ...release, ...typed }, shown.editor.assets);
  const editor = { ...shown.editor, gaps };
  const { other, situation } = editor;
  const saving = shown.writes ? savingOf(editor) : undefined;
  const isPublic = isPublicRelease(release, editor.now);
  const undecided =
    editor.autosave !== undefined && !shown.continued && !shown.overtaken && saving !== undefined;
  const notices = editorNotices(lang, { ...shown, undecided });
  return {
    title: withFirmHyphens(release.title),
    section: 'releases',
    errors: errorSummary(t, 'releasedesk', state.errors),
    back: { href: paths.list(), label: t('releasedesk:list.title') },
    languages: languagesOf(t, editor),
    translate:
      other || !shown.writes
        ? undefined
        : { action: paths.translation(release.id), label: t(`releasedesk:translate.${release.language}`) },
    life: lifeOf(t, situation.state),
    facts: factsOf(lang, t, editor),
    publicHref: isPublic || situation.state === 'withdrawn' ? newsroomPaths.releaseOf(release) : '',
    notices,
    gaps: saving === 'save' ? gapLines(t, gaps) : [],
    conflict: shown.overtaken ? conflictView(lang, editor, state.entered, saving === 'save') : undefined,
    form: saving && formOf(lang, { ...shown, editor }, { saving, undecided }),
    preview: editorPreview(editor, saving ? { ...release, ...typed } : release, shown.site),
    log: logOf(lang, editor),
    links: shown.writes ? linksOf(t, editor) : [],
  };
}

function languagesOf(t: Translate, { desk, other, now }: Editor): EditorPage['languages'] {
  const versions = [desk, ...(other ? [other] : [])].sort((a, b) =>
    a.release.language.localeCompare(b.release.language),
  );
  if (versions.length < 2) return [];
  return versions.map((version) => ({
    label: t('releasedesk:translate.switch', {
      language: languageName(t, version.release.language),
      when: lookOf(t, stateAt(version.release, now)).label,
    }),
    href: paths.release(version.release.id),
    current: version === desk,
  }));
}

function lifeOf(t: Translate, state: ReleaseState): EditorPage['life'] {
  const last: ReleaseState = state === 'corrected' || state === 'withdrawn' ? state : 'published';
  const way: ReleaseState[] = ['draft', 'in_approval', 'scheduled', last];
  return way.map((each) => ({ ...lookOf(t, each), current: each === state }));
}

function factsOf(lang: Lang, t: Translate, editor: Editor): string {
  const { desk, now } = editor;
  const name = desk.editedBy === undefined ? undefined : editor.names.get(desk.editedBy);
  const saved = [formatDateTime(lang, desk.savedAt), name].filter(Boolean).join(', ');
  return [
    PUBLIC_STATES.includes(desk.release.state)
      ? t('releasedesk:facts.version', { version: desk.release.version })
      : t('releasedesk:facts.when', { when: whenOf(t, lang, desk, now) }),
    t('releasedesk:facts.saved', { saved }),
  ].join(' · ');
}

function formOf(
  lang: Lang,
  { editor, state, revision }: EditorShown,
  { saving, undecided }: { saving: 'save' | 'correct'; undecided: boolean },
): EditorForm {
  const t = translator(lang);
  const { id } = editor.desk.release;
  const [primary, ...others] = saving === 'save' ? nextSteps(editor) : [];
  const button = (step: Step, look: string) => ({
    value: `next:${step}`,
    label: t(`releasedesk:steps.${step}.button`),
    look,
  });
  return {
    action: paths.release(id),
    revision,
    undecided,
    unsaved: !isSameContent(contentFrom(state.entered), editor.desk.release),
    autosave: undecided ? '' : paths.autosave(id),
    fields: editorFields(lang, editor, state, saving === 'save'),
    saveLabel: t(saving === 'save' ? 'fields:desk.save' : 'releasedesk:correct.button'),
    saveLook: primary ? 'secondary' : 'primary',
    steps: [
      ...others.map((step) => button(step, 'tertiary')),
      ...(primary ? [button(primary, 'primary')] : []),
    ],
  };
}

/** The most likely one first. */
const nextSteps = ({ situation }: Editor): Step[] =>
  (['approve', 'publish', 'submit', 'return', 'recall'] as const).filter(
    (step) => !hindranceOf(step, situation),
  );

const linksOf = (t: Translate, { desk, situation }: Editor): EditorPage['links'] =>
  (['takeBack', 'withdraw', 'remove'] as const)
    .filter((step) => !hindranceOf(step, situation))
    .map((step) => ({
      href: paths.step(desk.release.id, step),
      label: t(`releasedesk:steps.${step}.button`),
      look: step === 'takeBack' ? 'secondary' : 'tertiary',
    }));
