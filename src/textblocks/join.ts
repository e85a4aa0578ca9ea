/** Chosen text blocks and the reviewer's own words become one text: blocks first, each once. */

/** What stands in the text already is not put in again, so that a page sent twice doubles nothing. */
export function joinBlocks(own: string, blocks: readonly string[]): string {
  const written = own.replace(/\r\n?/g, '\n').trim();
  const missing = blocks.filter((block) => !written.includes(block));
  return [...missing, written].filter(Boolean).join('\n\n');
}
