// Uploading file by file, each with its progress and its own result. Without this all files go in one form.

const form = document.querySelector('[data-upload]');
const input = form.querySelector('input[type=file]');
const panel = form.querySelector('[data-progress]');
const list = form.querySelector('[data-files]');
const summary = form.querySelector('[data-summary]');
const button = form.querySelector('button[type=submit]');
const { waits, sending, working, failed, done } = form.dataset;

// Before the desk's own guard against double clicks: this form is not sent as a whole.
form.addEventListener('submit', (event) => {
  if (input.files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  sendAll([...input.files]).finally(() => {
    button.disabled = false;
    input.disabled = false;
    input.value = '';
  });
});

async function sendAll(files) {
  const fields = new FormData(form);
  fields.delete('files');
  button.disabled = true;
  input.disabled = true;
  panel.hidden = false;
  form.querySelector('[data-after]').hidden = true;
  list.replaceChildren();
  const rows = files.map(rowFor);
  let taken = 0;
  for (const [at, file] of files.entries()) {
    summary.textContent = `${at + 1} / ${files.length}: ${file.name}`;
    if (await send(file, fields, rows[at])) taken += 1;
  }
  summary.textContent = done.replace('{taken}', taken).replace('{all}', files.length);
  form.querySelector('[data-after]').hidden = taken === 0;
  window.removeEventListener('beforeunload', stay);
}

function stay(event) {
  event.preventDefault();
}

function rowFor(file) {
  const row = document.createElement('li');
  row.className = 'desk-received__file';
  const icon = document.createElement('span');
  const words = document.createElement('span');
  words.className = 'desk-wrap';
  const name = document.createElement('strong');
  name.textContent = file.name;
  const text = document.createElement('span');
  text.textContent = waits;
  words.append(name, document.createElement('br'), text);
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  row.append(icon, words, bar);
  list.append(row);
  return { icon, words, text, bar };
}

function send(file, fields, row) {
  window.addEventListener('beforeunload', stay);
  return new Promise((resolve) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    body.append('files', file);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    row.text.textContent = sending;
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) row.bar.value = loaded / total;
    });
    // Sent is not yet taken: the pictures are made now, and nobody knows how long that takes.
    request.upload.addEventListener('load', () => {
      row.text.textContent = working;
      row.bar.removeAttribute('value');
    });
    request.addEventListener('loadend', () => resolve(show(row, resultOf(request))));
    request.send(body);
  });
}

function resultOf(request) {
  try {
    const [result] = JSON.parse(request.responseText);
    return result;
  } catch {
    return { taken: false, text: failed, href: '' };
  }
}

function show(row, { taken, text, href, link }) {
  row.bar.remove();
  row.icon.className = taken ? 'desk-good' : 'desk-bad';
  const picture = document.createElement('span');
  picture.className = `kern-icon kern-icon--${taken ? 'check' : 'danger'} kern-icon--small desk-ic`;
  picture.setAttribute('aria-hidden', 'true');
  row.icon.append(picture);
  row.text.textContent = `${text} `;
  if (href) {
    const anchor = document.createElement('a');
    anchor.href = href;
    anchor.textContent = link;
    row.words.append(anchor);
  }
  return taken;
}
