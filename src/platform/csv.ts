/**
 * Fields of a CSV that a German Excel opens by double click: UTF-8 with a mark at the start, semicolons, and every field
 * in quotes where it needs them (RFC 4180).
 */

/** Excel takes a file for UTF-8 only with it. */
export const CSV_MARK = '\ufeff';

/** Spreadsheets take what begins like this for a formula, whoever typed it (OWASP, CSV injection). */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n]/.test(text);

/** With an apostrophe in front it is a text for every spreadsheet. */
export const neutralised = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

export const csvField = (text: string): string =>
  /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One line of texts, none of which a spreadsheet runs. */
export const csvTexts = (texts: readonly string[]): string =>
  `${texts.map((text) => csvField(neutralised(text))).join(';')}\r\n`;
