/** What a reader of the release will see, made from what is typed at this moment. */
import { bodyParts, type Release, type ReleaseCopy, releaseCopy, speakerLine } from '../newsroom/index.js';
import { translator } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { renderMarkdown } from '../platform/markdown.js';
import { withFirmHyphens } from '../platform/typography.js';
import type { Editor } from './editor.js';

export interface EditorPreview {
  lang: Lang;
  copy: ReleaseCopy;
  title: string;
  parts: ({ kind: 'text'; html: string } | { kind: 'quote'; text: string; speaker: string })[];
  boilerplate: { html: string };
  attachments: { title: string; alt: string }[];
}

export function editorPreview(
  editor: Editor,
  release: Release,
  site: { baseUrl: string; issuer: string },
): EditorPreview {
  const lang = release.language;
  const copy = releaseCopy(lang, translator(lang), release, { ...site, now: editor.now });
  const { assets } = editor;
  return {
    lang,
    copy,
    title: withFirmHyphens(release.title),
    parts: bodyParts(release).map((part) =>
      part.kind === 'text'
        ? { kind: 'text', html: renderMarkdown(part.markdown) }
        : { kind: 'quote', text: part.quote.text, speaker: speakerLine(part.quote) },
    ),
    boilerplate: { html: renderMarkdown(release.boilerplate) },
    attachments: release.assets.flatMap((slug) => {
      const asset = assets.find((each) => each.slug === slug);
      return asset ? [{ title: asset.texts.title[lang], alt: asset.texts.alt[lang] }] : [];
    }),
  };
}
