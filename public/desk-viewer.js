// The viewer of proofs, where scripts run: pictures and PDF files with zoom and rotation, also by keyboard. Without it
// pictures stand in the page and the browser shows PDF files itself. A PDF runs no script here: pdf.js only paints it.

const ZOOMS = [50, 75, 100, 125, 150, 200, 300, 400];
/** Pixels across a page: sharp up to 300 %. */
const SHARP = 1800;
/** More pages than a proof has; the rest is behind "open large". */
const PAGES = 12;

const viewer = document.getElementById('viewer');
const tools = document.getElementById('viewer-tools');
const sheets = [];
let zoom = ZOOMS.indexOf(100);
let turned = 0;

if (viewer && tools) {
  tools.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button?.dataset.zoom)
      zoom = Math.min(Math.max(zoom + Number(button.dataset.zoom), 0), ZOOMS.length - 1);
    if (button?.hasAttribute('data-turn')) turned = (turned + 90) % 360;
    arrange();
  });
  addEventListener('resize', arrange);
  if (viewer.dataset.pdf) showPdf().catch(showByBrowser);
  else showPicture(viewer.querySelector('img'));
}

async function showPicture(img) {
  await img.decode().catch(() => undefined);
  if (!img.naturalWidth) return;
  viewer.replaceChildren();
  addSheet(img, img.naturalWidth, img.naturalHeight);
  start();
}

async function showPdf() {
  const { pdf, worker, decoders, src } = viewer.dataset;
  const { getDocument, GlobalWorkerOptions } = await import(pdf);
  GlobalWorkerOptions.workerSrc = worker;
  const wasmUrl = new URL(decoders, location.href).href;
  const options = { url: src, wasmUrl, useWasm: false, isEvalSupported: false, enableXfa: false };
  const file = await getDocument(options).promise;
  for (let number = 1; number <= Math.min(file.numPages, PAGES); number += 1) {
    await addPage(await file.getPage(number), file.numPages);
    if (number === 1) start();
  }
}

async function addPage(page, count) {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: SHARP / Math.max(width, height / 2) });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: viewport.width, height: viewport.height });
  const name = viewer.dataset.page.replace('[page]', page.pageNumber).replace('[count]', count);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${viewer.dataset.alt}, ${name}`);
  addSheet(canvas, width, height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  // What the page says, for those who do not see it.
  const text = document.createElement('p');
  text.className = 'kern-sr-only';
  text.textContent = items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
  if (text.textContent.trim()) canvas.parentElement.append(text);
}

function showByBrowser() {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: viewer.dataset.src, title: viewer.dataset.alt });
  viewer.replaceChildren(frame);
  sheets.length = 0;
  tools.hidden = true;
}

function addSheet(media, width, height) {
  const sheet = document.createElement('div');
  sheet.className = 'desk-viewer__sheet';
  sheet.append(media);
  viewer.append(sheet);
  sheets.push({ sheet, media, width, height });
  arrange();
}

function start() {
  tools.hidden = false;
  viewer.classList.add('is-open');
  // Arrow keys scroll what is zoomed in.
  viewer.tabIndex = 0;
  viewer.setAttribute('role', 'group');
  arrange();
}

/** A turned page takes the room of a turned page: its height is as wide as the page was. */
function arrange() {
  const words = `${ZOOMS[zoom]} %`;
  const shown = document.getElementById('viewer-zoom');
  if (shown.textContent !== words) shown.textContent = words;
  const [room, high] = roomIn(getComputedStyle(viewer));
  for (const { sheet, media, width, height } of sheets) {
    const [across, down] = turned % 180 === 0 ? [width, height] : [height, width];
    const whole = viewer.dataset.pdf ? room : Math.min(room, (high * across) / down);
    sheet.style.width = `${(whole * ZOOMS[zoom]) / 100}px`;
    sheet.style.aspectRatio = `${across} / ${down}`;
    media.style.width = `${(width / across) * 100}%`;
    media.style.transform = `translate(-50%, -50%) rotate(${turned}deg)`;
  }
}

/** Pixels across and down inside the frame; a picture is shown whole at 100 %, a page as wide as the frame. */
function roomIn({ paddingLeft, paddingRight, paddingTop, paddingBottom, maxHeight }) {
  const sum = (...lengths) => lengths.reduce((total, length) => total + Number.parseFloat(length), 0);
  const high = Number.parseFloat(maxHeight) || innerHeight;
  return [viewer.clientWidth - sum(paddingLeft, paddingRight), high - sum(paddingTop, paddingBottom) - 2];
}
