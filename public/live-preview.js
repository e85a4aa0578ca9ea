// The text of a letter or a release: its preview follows what is typed. The portal renders it, so that it is what
// readers will see; without this script the button "Preview" shows the same.

for (const form of document.querySelectorAll('[data-live-preview]')) {
  let timer;
  let latest = 0;
  const follow = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      latest += 1;
      const mine = latest;
      previewOf(form).then((page) => page && mine === latest && show(page));
    }, 400);
  };
  form.addEventListener('input', follow);
  // Typed before this script ran, or brought back by the browser.
  if ([...form.querySelectorAll('input, textarea')].some((field) => field.value !== field.defaultValue))
    follow();
  for (const button of form.querySelectorAll('[data-without-script]')) button.hidden = true;
}

/** Undefined where the portal did not answer, for instance without a network: the old preview stays. */
async function previewOf(form) {
  const entries = new URLSearchParams(new FormData(form));
  entries.set('step', 'preview');
  const answer = await fetch(form.action, { method: 'POST', body: entries }).catch(() => undefined);
  if (answer?.status !== 200 && answer?.status !== 400) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function show(page) {
  for (const part of document.querySelectorAll('[data-live-part]')) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
}
