/** A QR code as rectangles of a PDF, one per run of dark modules. */

export interface QrCode {
  /** Modules per side, without the quiet zone. */
  size: number;
  isDark(row: number, column: number): boolean;
}

export interface Square {
  left: number;
  top: number;
  size: number;
}

/** Level M: 15 % of the code may be dirty (ISO/IEC 18004). */
export async function makeQr(text: string): Promise<QrCode> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) };
}

/** Fills the square; the caller leaves the quiet zone of four modules around it. */
export function drawQr(doc: PDFKit.PDFDocument, code: QrCode, { left, top, size }: Square): void {
  const module = size / code.size;
  for (const { row, column, length } of darkRuns(code))
    doc.rect(left + column * module, top + row * module, length * module, module);
  doc.fill('#000000');
}

/** Dark modules side by side, so that no hairline shows between them. */
function darkRuns(code: QrCode): { row: number; column: number; length: number }[] {
  const runs = [];
  for (let row = 0; row < code.size; row += 1) {
    for (let column = 0; column < code.size; column += 1) {
      let length = 0;
      while (column + length < code.size && code.isDark(row, column + length)) length += 1;
      if (length > 0) runs.push({ row, column, length });
      column += length;
    }
  }
  return runs;
}
