// Small helps where scripts run; every page works without them.

// Copying: `data-copy` holds the text, `data-copy-from` the address of a plain text.
if (navigator.clipboard) {
  for (const control of document.querySelectorAll('[data-copy], [data-copy-from]')) {
    control.hidden = false;
    control.addEventListener('click', (event) => {
      event.preventDefault();
      copy(control).catch(() => {
        if (control.href) location.assign(control.href);
      });
    });
  }
}

async function copy(control) {
  const { copy: text, copyFrom, copied } = control.dataset;
  await navigator.clipboard.writeText(text ?? (await fetchText(copyFrom)));
  const label = control.querySelector('[data-label]');
  label.dataset.before ??= label.textContent;
  label.setAttribute('role', 'status');
  label.textContent = copied;
  setTimeout(() => {
    label.textContent = label.dataset.before;
  }, 3000);
}

async function fetchText(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

for (const control of document.querySelectorAll('[data-print]')) {
  control.hidden = false;
  control.addEventListener('click', () => window.print());
}
