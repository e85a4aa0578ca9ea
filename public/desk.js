// The desk where scripts run: single keys, their help sheet, and no form sent twice. Every page works without.

const FIELDS = 'input, textarea, select, [contenteditable]';
/** Keys that save something count only when a person can have seen the page, in milliseconds. */
const LOOKED_AT = 500;
let sending = false;

const on = document.body.hasAttribute('data-keys');
const keyed = () => [...document.querySelectorAll('[data-key]')].filter((element) => element.dataset.key);
const reached = (element) =>
  element.matches('a, button, label, summary') ? element : element.querySelector('textarea, input');

// A double click sends a form once. What the server answers with a file leaves the page where it is: two seconds are enough.
document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  if (sending) return event.preventDefault();
  sending = true;
  setTimeout(() => {
    sending = false;
  }, 2000);
});
addEventListener('pageshow', () => {
  sending = false;
});

if (on) {
  for (const element of keyed()) showKey(element);
  document.addEventListener('keydown', pressed);
  beginAt(document.querySelector('[data-begins]'));
  setTimeout(() => document.body.setAttribute('data-keys', 'ready'), LOOKED_AT);
}

/** Who came by a key goes on by keys: in the first field, without tabbing past the whole page. */
function beginAt(form) {
  const field = form?.querySelector('input:checked') ?? form?.querySelector('input, textarea');
  field?.focus({ preventScroll: true });
}

/** What the key is called stands beside the words, for eyes; for assistive technology it is an attribute. */
function showKey(element) {
  const target = reached(element);
  if (!target) return;
  target.setAttribute('aria-keyshortcuts', element.dataset.key === '+' ? 'plus' : element.dataset.key);
  if (element.dataset.keyHint === 'none') return;
  const kbd = document.createElement('kbd');
  kbd.className = 'desk-key';
  kbd.setAttribute('aria-hidden', 'true');
  kbd.textContent = element.dataset.key.toUpperCase();
  (target.labels?.[0] ?? target).append(kbd);
}

function pressed(event) {
  if (event.key === 'Escape') return event.target.matches(FIELDS) ? event.target.blur() : undefined;
  if (event.defaultPrevented || event.repeat || event.isComposing || sending) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest(FIELDS) || document.querySelector('dialog[open], [popover]:popover-open')) return;
  const key = event.key.toLowerCase();
  if (event.shiftKey && /^[a-z]$/.test(key)) return;
  const element = keyed().find(({ dataset }) => dataset.key === key);
  if (!element) return;
  event.preventDefault();
  use(element);
}

function use(element) {
  const target = reached(element);
  const saves = target.matches('button[type=submit]') || target.hasAttribute('data-save');
  if (saves && document.body.getAttribute('data-keys') !== 'ready') return;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details'))
    fold.open = true;
  if (target.matches('textarea, input')) return target.focus();
  target.click();
  if (target.hasAttribute('data-save')) target.control.form.requestSubmit();
  if (target.dataset.then) document.getElementById(target.dataset.then)?.focus();
}

// The help sheet over the page; without this it is a page of its own.
for (const link of document.querySelectorAll('[data-sheet]')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('#keys')) return;
    event.preventDefault();
    openSheet(link.href).catch(() => location.assign(link.href));
  });
}

async function openSheet(address) {
  const answer = await fetch(address);
  if (!answer.ok || answer.redirected) throw new Error(`${address} answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const sheet = page.querySelector('#keys');
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-sheet';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  sheet.querySelector('form[method=dialog]').hidden = false;
  sheet.querySelector('[name=from]').value = location.pathname + location.search;
  dialog.append(...sheet.childNodes);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}
