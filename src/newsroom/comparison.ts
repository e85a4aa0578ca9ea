/** Two texts of a release beside each other: which fields differ, and in which words. */
import { differenceOf, hasDifference, type Part } from '../platform/difference.js';
import { type ReleaseContent, speakerLine } from './release.js';

export interface FieldComparison {
  /** Its label is `newsroom:fields.…`. */
  field: keyof ReleaseContent;
  /** To be printed by `views/parts/difference.ejs`. */
  parts: Part[];
}

/** Only fields that differ, in the order of the page. */
export function comparisonOf(before: ReleaseContent, after: ReleaseContent): FieldComparison[] {
  const [old, young] = [writtenOut(before), writtenOut(after)];
  return (Object.keys(old) as (keyof ReleaseContent)[])
    .map((field) => ({ field, parts: differenceOf(old[field], young[field]) }))
    .filter(({ parts }) => hasDifference(parts));
}

/** Every field as a text, also those that are lists. */
function writtenOut(content: ReleaseContent): Record<keyof ReleaseContent, string> {
  const { contact, quotes, assets } = content;
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n');
  return {
    title: content.title,
    subtitle: content.subtitle,
    teaser: plain(content.teaser),
    body: plain(content.body),
    quotes: quotes.map((quote) => [plain(quote.text), speakerLine(quote)].join('\n– ')).join('\n\n'),
    place: content.place,
    contact: [contact.name, contact.email, contact.phone].filter(Boolean).join('\n'),
    boilerplate: plain(content.boilerplate),
    assets: assets.join('\n'),
  };
}
