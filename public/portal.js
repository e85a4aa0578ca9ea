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

// Text blocks: ticking one puts it into the text at once, unticking takes it out again. Without this the server joins them.
for (const blocks of document.querySelectorAll('[data-blocks]')) {
  const text = document.getElementById(blocks.dataset.blocks);
  for (const note of blocks.querySelectorAll('[data-block-note]')) note.remove();
  for (const box of blocks.querySelectorAll('[data-block]')) {
    box.removeAttribute('name');
    box.checked = text.value.includes(box.dataset.block);
    box.addEventListener('change', () => {
      text.value = box.checked
        ? withBlock(text.value, box.dataset.block)
        : without(text.value, box.dataset.block);
      text.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  text.addEventListener('input', () => {
    for (const box of blocks.querySelectorAll('[data-block]'))
      box.checked = text.value.includes(box.dataset.block);
  });
}

function withBlock(text, block) {
  return [text.trim(), block].filter(Boolean).join('\n\n');
}

function without(text, block) {
  return text
    .replace(block, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
