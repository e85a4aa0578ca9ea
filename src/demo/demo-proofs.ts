/** Drawn proofs for the demo: a press card and an assignment letter, both obviously not real. */
import type { Upload } from '../platform/uploads.js';

interface Person {
  firstName: string;
  lastName: string;
  outletName: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A card in the format of an ID, with photo and date of birth blacked out as applicants may do. */
export async function drawCard({ firstName, lastName }: Person, number: string): Promise<Upload> {
  const { default: sharp } = await import('sharp');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1012" height="638" font-family="sans-serif">
<rect width="1012" height="638" rx="36" fill="#f7f4ea"/><path d="M0 36a36 36 0 0 1 36-36h940a36 36 0 0 1 36 36v74H0Z" fill="#3c5573"/>
<text x="48" y="74" font-size="46" font-weight="bold" fill="#fff">PRESSEAUSWEIS · MUSTER</text>
<rect x="48" y="160" width="230" height="300" fill="#111"/><text x="163" y="320" font-size="26" fill="#fff" text-anchor="middle">geschwärzt</text>
<g font-size="26" fill="#555"><text x="330" y="190">Name</text><text x="330" y="300">Geboren</text><text x="330" y="410">Nummer</text></g>
<g font-size="36" fill="#111"><text x="330" y="236" font-weight="bold">${escaped(`${lastName}, ${firstName}`)}</text><text x="330" y="456">${escaped(number)}</text></g>
<rect x="330" y="320" width="220" height="34" fill="#111"/>
<rect x="700" y="380" width="264" height="120" fill="none" stroke="#a3122a" stroke-width="4"/><text x="832" y="424" font-size="26" fill="#555" text-anchor="middle">gültig bis</text><text x="832" y="474" font-size="36" fill="#a3122a" text-anchor="middle">31.12.2024</text>
<text x="48" y="590" font-size="24" fill="#555">Beispielverband · Muster, kein echtes Dokument</text></svg>`;
  const content = await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
  return { originalName: 'presseausweis.jpg', kind: 'image/jpeg', content };
}

/** One page on the paper of an invented newsroom. */
export async function writeAssignment({ firstName, lastName, outletName }: Person): Promise<Upload> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({ size: 'A4', margin: 72, info: { Title: 'Redaktionsauftrag (Muster)' } });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.once('end', resolve));
  pdf
    .fontSize(10)
    .fillColor('#555')
    .text(`${outletName} · Musterstraße 7 · 99999 Musterstadt · Muster, kein echtes Dokument`);
  pdf.moveDown(3).fillColor('#000').fontSize(16).text('Redaktionsauftrag');
  pdf
    .moveDown()
    .fontSize(12)
    .text(
      `Wir beauftragen ${firstName} ${lastName}, für uns vom 3. Thüringer E-Government-Kongress am 24. Oktober 2024 in Erfurt zu berichten.`,
    );
  pdf.moveDown(3).text('Erika Mustermann').text('Redaktionsleitung (erfundene Person)');
  pdf.end();
  await done;
  return { originalName: 'redaktionsauftrag.pdf', kind: 'application/pdf', content: Buffer.concat(chunks) };
}
