/** One cell of an export: a text or a moment, and how to keep a text from being run as a formula. */

/** Undefined: an empty cell. */
export type Cell = string | Date | undefined;

/** Spreadsheets take what begins like this for a formula, whoever typed it (OWASP, CSV injection). */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n]/.test(text);

/** With an apostrophe in front it is a text for every spreadsheet. */
export const neutralised = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);
