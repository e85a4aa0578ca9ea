/** Before the public reads another text: is it a correction or a typo, and what exactly changes? */
import { contentOf, type ReleaseContent } from '../newsroom/index.js';
import { errorSummary, type FormField, type FormState, fieldsOf } from '../platform/desk-form.js';
import { type ChoiceField, choiceField } from '../platform/fields.js';
import { showErrors } from '../platform/form.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Page } from '../platform/render.js';
import type { Editor } from './editor.js';
import { type ComparedField, comparedFields } from './history-log-page.js';
import { paths } from './paths.js';

export interface CorrectionPage extends Page {
  back: { href: string; label: string };
  action: string;
  /** Everything that was typed goes along. */
  hidden: { name: string; value: string }[];
  lang: Lang;
  fields: ComparedField[];
  kind: ChoiceField<{ part: string; field: FormField }>;
}

export function correctionPage(
  lang: Lang,
  { desk }: Editor,
  { content, state }: { content: ReleaseContent; state: FormState },
): CorrectionPage {
  const t = translator(lang);
  const { release } = desk;
  const errors = { entered: state.entered, errors: showErrors(t, state.errors) };
  const note = {
    ...fieldsOf(t, 'releasedesk', state).text('note', { rows: 3, optional: true, mark: '' }, 'area'),
    label: t('releasedesk:correct.note'),
    hint: t('releasedesk:correct.noteHint'),
  };
  const option = (value: string, fields: { part: string; field: FormField }[] = []) => ({
    ...{ value, fields, label: t(`releasedesk:correct.${value}`) },
    hint: t(`releasedesk:correct.${value}Hint`, { version: release.version + 1 }),
  });
  return {
    title: t('releasedesk:correct.title'),
    section: 'releases',
    errors: errorSummary(t, 'releasedesk', state.errors),
    back: { href: paths.release(release.id), label: release.title },
    action: paths.release(release.id),
    hidden: hiddenOf(state),
    lang: release.language,
    fields: comparedFields(lang, contentOf(release), content),
    kind: choiceField({ name: 'kind', type: 'radio', legend: t('releasedesk:correct.legend') }, errors, [
      option('correct', [{ part: 'textarea', field: note }]),
      option('mend'),
    ]),
  };
}

const OWN_FIELDS = ['formToken', 'kind', 'note', 'step'];

const hiddenOf = ({ entered }: FormState): CorrectionPage['hidden'] =>
  Object.entries(entered)
    .filter(([name]) => !OWN_FIELDS.includes(name))
    .flatMap(([name, value]) => [value].flat().map((each) => ({ name, value: each })));
