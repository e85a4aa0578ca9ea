// The text of a release: what is typed is kept in the background, apart from the saved text, until it is saved or
// discarded. Without this script nothing is kept before "Save".

/** After the last key, in milliseconds. */
const PAUSE = 1500;

for (const form of document.querySelectorAll('[data-autosave]')) {
  const status = document.querySelector('[data-autosave-status]');
  let timer;
  let changed = false;
  let leaving = false;

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  // What came back unsaved, from a button that adds a quote for instance, is kept before the next key.
  if (form.hasAttribute('data-unsaved')) keep();
  form.addEventListener('submit', () => {
    leaving = true;
    clearTimeout(timer);
  });
  // Where writers expect it, also while a field has the cursor.
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('button[value=save]'));
  });
  // Whoever closes the window or follows a link has not lost what came after the last pause.
  addEventListener('pagehide', () => {
    if (changed && !leaving) send(true);
  });

  async function keep() {
    if (leaving) return;
    const answer = await send(false);
    if (leaving) return;
    if (!answer?.ok) return say('desk-late', form.dataset.autosaveFailed);
    const { text, overtaken } = await answer.json();
    say('desk-good', text);
    if (overtaken) tell(overtaken);
  }

  function say(look, words) {
    status.className = `desk-small ${look}`;
    status.textContent = words;
  }

  /** Undefined without a network: the next key tries again. */
  function send(keepalive) {
    changed = false;
    const entries = new URLSearchParams(new FormData(form));
    return fetch(form.dataset.autosave, { method: 'POST', body: entries, keepalive }).catch(() => {
      changed = true;
    });
  }

  function tell(words) {
    if (document.getElementById('overtaken')) return;
    const notice = document.createElement('p');
    notice.id = 'overtaken';
    notice.className = 'desk-notice desk-notice--attention';
    notice.setAttribute('role', 'alert');
    notice.textContent = words;
    form.before(notice);
  }
}
