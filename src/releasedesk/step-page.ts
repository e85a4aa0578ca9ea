/** Before a release takes a step: what will happen, what is missing, what is to be said. */
import { PUBLIC_STATES } from '../newsroom/index.js';
import { formatMoment } from '../platform/dates.js';
import { errorSummary, type FormField, type FormState, fieldsOf } from '../platform/desk-form.js';
import { type ChoiceField, choiceField } from '../platform/fields.js';
import { showErrors } from '../platform/form.js';
import { type Translate, translator } from '../platform/i18n.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import { type Act, hindranceOf, ruleOf, type Step } from '../releaselife/index.js';
import { type StepAttachments, stepAttachments } from './attachment-page.js';
import type { Editor } from './editor.js';
import { type GapLine, gapLines } from './editor-notice-page.js';
import { type EditorPreview, editorPreview } from './editor-preview-page.js';
import { paths } from './paths.js';
import { whenOf } from './release-look-page.js';

export interface StepPage extends Page {
  back: { href: string; label: string };
  action: string;
  revision: number;
  text: string;
  facts: { term: string; text: string }[];
  /** Why it cannot be done; then there is no button. */
  hindrance: string;
  gaps: GapLine[];
  attachments: StepAttachments | undefined;
  change: ChoiceField<{ part: string; field: FormField }> | undefined;
  note: FormField[][];
  /** Somebody changed the release since this page was opened. */
  overtaken: string;
  button: { label: string; danger: boolean };
  preview: EditorPreview;
}

export interface StepShown {
  editor: Editor;
  state: FormState;
  overtaken: boolean;
  site: { baseUrl: string; issuer: string };
}

export function stepPage(lang: Lang, step: Step, shown: StepShown): StepPage {
  const action = paths.step(shown.editor.desk.release.id, step);
  return { ...actPage(lang, step, shown), action };
}

export function embargoPage(lang: Lang, shown: StepShown): StepPage {
  const t = translator(lang);
  const { editor, state } = shown;
  const fields = fieldsOf(t, 'releasedesk', state);
  const errors = { entered: state.entered, errors: showErrors(t, state.errors) };
  const option = (value: string, parts: { part: string; field: FormField }[] = []) => ({
    ...{ value, label: t(`releasedesk:embargo.${value}`), hint: t(`releasedesk:embargo.${value}Hint`) },
    fields: parts,
  });
  const move = [{ part: 'moment-field', field: fields.moment('embargoUntil', { optional: true, mark: '' }) }];
  const holds = editor.desk.release.embargoUntil !== undefined;
  return {
    ...actPage(lang, 'embargo', shown),
    action: paths.embargo(editor.desk.release.id),
    change: choiceField(
      { name: 'change', type: 'radio', legend: t('releasedesk:form.labels.change') },
      errors,
      [...(holds ? [option('lift')] : []), option('move', move)],
    ),
  };
}

function actPage(lang: Lang, act: Step | 'embargo', { editor, state, overtaken, site }: StepShown) {
  const t = translator(lang);
  const { desk, situation } = editor;
  const { release } = desk;
  const hindrance = hindranceOf(act, situation);
  const { complete, note } = ruleOf(act);
  return {
    title: t(`releasedesk:steps.${act}.title`),
    section: 'releases',
    errors: errorSummary(t, 'releasedesk', state.errors),
    back: { href: paths.release(release.id), label: release.title },
    revision: desk.revision,
    text: t(`releasedesk:steps.${act}.text`),
    facts: factsOf(lang, t, editor),
    hindrance: hindrance ? t(`releaselife:errors.${hindrance}`) : '',
    gaps: complete ? gapLines(t, editor.gaps, paths.release(release.id)) : [],
    attachments: stepAttachments(lang, t, { act, editor, entered: state.entered }),
    change: undefined,
    note: note ? [noteField(t, act, state)] : [],
    overtaken: overtaken ? t('releasedesk:errors.changedMeanwhile') : '',
    button: { label: t(`releasedesk:steps.${act}.confirm`), danger: act === 'withdraw' || act === 'remove' },
    preview: editorPreview(editor, release, site),
  };
}

function noteField(t: Translate, act: Act, state: FormState): FormField[] {
  const optional = ruleOf(act).note === 'optional';
  const field = fieldsOf(t, 'releasedesk', state).text('note', { rows: 3, optional }, 'area');
  return [
    {
      ...field,
      label: t(`releasedesk:steps.${act}.note`),
      hint: t(`releasedesk:notes.${ruleOf(act).note}`),
    },
  ];
}

function factsOf(lang: Lang, t: Translate, { desk, event, now }: Editor): StepPage['facts'] {
  const { embargoUntil, state } = desk.release;
  const when = whenOf(t, lang, desk, now, formatMoment);
  return [
    { term: t('releasedesk:list.columns.when'), text: when },
    {
      term: t('releasedesk:list.columns.embargo'),
      text:
        embargoUntil && embargoUntil > now
          ? formatMoment(lang, embargoUntil)
          : t('releasedesk:facts.noEmbargo'),
    },
    ...(event ? [{ term: t('releasedesk:list.event'), text: inLanguage(event.texts.title, lang) }] : []),
    ...(PUBLIC_STATES.includes(state)
      ? [{ term: t('releasedesk:facts.versionTerm'), text: String(desk.release.version) }]
      : []),
  ];
}
