/** Small rules of typesetting that a browser does not know. */

/** Where an e-mail or web address may break at the end of a line: after these signs, and never inside a number or date. */
export function addressPieces(text: string): string[] {
  return text.split(/(?<=[@./-])(?=[^\s/\d])/);
}

/** Keeps "E-Government" and "O-Ton" in one line: a hyphen behind a single letter does not break (U+2011). */
export function withFirmHyphens(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(\p{L})-(?=\p{L})/gu, '$1\u2011');
}
