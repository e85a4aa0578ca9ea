// Many requests at once where scripts run: ticking rows, and a run that shows how far it is. Every page works without.

const bar = document.getElementById('bulk');
const ticks = [...document.querySelectorAll('[type=checkbox][form=bulk]')];
const all = document.querySelector('[data-tick-all] input');
const said = bar?.querySelector('[data-ticked]');
const before = said?.textContent;

if (said && all) {
  all.closest('[data-tick-all]').hidden = false;
  document.querySelector('[data-tick-word]').hidden = true;
  all.addEventListener('change', () => tickAll(all.checked));
  bar.querySelector('[data-tick-page]')?.addEventListener('click', (event) => {
    event.preventDefault();
    tickAll(true);
  });
  for (const tick of ticks) tick.addEventListener('change', count);
  // Going back in the history brings ticks with it.
  addEventListener('pageshow', count);
}

function tickAll(checked) {
  for (const tick of ticks) tick.checked = checked;
  count();
}

function count() {
  const ticked = ticks.filter(({ checked }) => checked).length;
  all.checked = ticked === ticks.length;
  all.indeterminate = ticked > 0 && ticked < ticks.length;
  const words = ticked === 1 ? said.dataset.one : said.dataset.many.replace('#', ticked);
  said.textContent = ticked === 0 ? said.dataset.none || before : words;
}

/** Looks again every two seconds; when the run has moved on to another state, the whole page comes anew. */
const live = document.querySelector('[data-live]');
if (live) follow(live.dataset.live);

function follow(address) {
  setTimeout(async () => {
    const page = await fetch(address)
      .then(async (answer) => (answer.ok && !answer.redirected ? answer.text() : undefined))
      .catch(() => undefined);
    if (page === undefined) return follow(address);
    const fresh = new DOMParser().parseFromString(page, 'text/html');
    if (!fresh.querySelector('[data-live]')) return location.assign(address);
    const part = document.querySelector('[data-live-part]');
    const next = fresh.querySelector('[data-live-part]');
    if (part && next) part.replaceChildren(...next.childNodes);
    follow(address);
  }, 2000);
}
