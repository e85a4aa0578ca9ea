/** The addresses of the letters' texts at the desk. */
import type { LetterEntry } from './catalogue.js';

type Name = Pick<LetterEntry, 'group' | 'name'>;
const list = '/staff/settings/letters';
const letter = ({ group, name }: Name): string => `${list}/${group}/${name}`;

export const paths = {
  list,
  letter,
  versions: (entry: Name): string => `${letter(entry)}/versions`,
  version: (entry: Name, number: number | string): string => `${letter(entry)}/versions/${number}`,
  compare: (entry: Name, number: number, other: number): string =>
    `${letter(entry)}/versions/${number}?with=${other}`,
};
