/** Names of the files in a kit: from title and caption, safe on every system, and none of them twice. */

/** Characters; with the ending no system has trouble with it. */
const MAX = 100;

/** What no file may be named on Windows, macOS or Linux, what leads elsewhere, and what hides how a name reads. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\/:*?"<>|]/g;

/** `Podium mit Publikum – Zwei Vortragende auf der Bühne` */
export function stemOf(title: string, caption: string): string {
  const [sentence = ''] = caption.split(/(?<=[.!?])\s/);
  const parts = [title, sentence.replace(/[.\s]+$/, '')].map(safe).filter(Boolean);
  return shortened([...new Set(parts)].join(' – ')) || '_';
}

/** What Windows takes for a device, whatever follows its first dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)\s*\./i;
export const withoutDevice = (name: string): string => (DEVICE.test(name) ? `_${name}` : name);

const safe = (text: string): string =>
  text.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '').trim();

/** Cut between words, and never within a character. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= MAX) return withoutEnd(text);
  const cut = characters.slice(0, MAX).join('');
  return withoutEnd(cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX / 2)));
}

const withoutEnd = (text: string): string => text.replace(/[\s.–,;-]+$/, '');

/** A number follows where the name is taken; upper and lower case are the same to some systems. */
export function uniqueStems(stems: readonly string[]): string[] {
  const taken = new Set<string>();
  return stems.map((stem) => {
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? stem : `${stem} (${number})`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}
