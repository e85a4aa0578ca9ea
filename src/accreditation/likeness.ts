/** Keys under which the same person, outlet or press card is found again, however it was written. Personal data like the words themselves. */

/** What stands for the same letter: case, accents, ß and ss, and ä, ae and a. */
function foldWords(text: string): string[] {
  return text
    .replace(INITIALS, '')
    .replace(/['’ʼ`´]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e+/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The dots of e. V. and G.m.b.H. */
const INITIALS = /(?<=(?:^|[^\p{L}])\p{L})\.\s?(?=\p{L}(?:[^\p{L}]|$))/gu;
const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

const folded = (words: string): Set<string> => new Set(words.split(' ').flatMap(foldWords));

const TITLES = folded('dr prof professor professorin dipl ing mag med phil rer nat jur herr frau');
const LEGAL = folded(
  'gmbh ggmbh mbh ag kg kgaa ohg gbr ug se ev eg ek co cie ltd limited inc llc plc ' +
    'verlag verlags verlagsgesellschaft verlagshaus verlagsgruppe der die das the und and',
);
/** Written where somebody has no outlet, or more than one. */
const NO_OUTLET = folded(
  'frei freie freier freies freiberuflich freiberufler freiberuflerin freelance freelancer freischaffend ' +
    'selbständig selbstständig journalist journalistin fotograf fotografin reporter reporterin autor autorin ' +
    'kein keine keines ohne medium medien diverse verschiedene mehrere für none various independent na',
);

/** First and last name in either order, without titles and single initials; undefined where nothing is left. */
export function personKey({
  firstName,
  lastName,
}: {
  firstName: string;
  lastName: string;
}): string | undefined {
  const names = [firstName, lastName].map((name) => {
    const words = foldWords(name);
    const full = words.filter((word) => word.length > 1 && !TITLES.has(word));
    return (full.length > 0 ? full : words).join('');
  });
  return names.filter(Boolean).sort().join(' ') || undefined;
}

/** Without its legal form and the ending of a web address; undefined for "freelance", "various" and the like. */
export function outletKey({ outletName }: { outletName: string }): string | undefined {
  const words = foldWords(outletName.trim().replace(WEB_ADDRESS, '$1'));
  const own = words.filter((word) => !LEGAL.has(word));
  if (own.length > 0 && own.every((word) => NO_OUTLET.has(word))) return undefined;
  return (own.length > 0 ? own : words).join('') || undefined;
}

const WEB_ADDRESS =
  /^(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+)\.(?:de|com|net|org|eu|info|news|online|tv|media|example)\/?$/iu;

/** Letters and digits, without leading zeros; undefined for what is no number ("will follow"). */
export function cardKey({ pressCardNumber }: { pressCardNumber: string }): string | undefined {
  const key = pressCardNumber
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');
  return /\d/.test(key) && key.length > 2 ? key : undefined;
}
