/** Text inside XML: what would be markup is marked as a mere character, and what XML 1.0 does not know is left out. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Everything but the characters of XML 1.0 (2.2); with `u`, halves of a pair match on their own only. */
const UNKNOWN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** For text and attributes alike. */
export function escapeXml(text: string): string {
  return text.replace(UNKNOWN, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
