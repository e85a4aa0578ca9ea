// One request at the desk, where scripts run: who else has it open, and the viewer of proofs.

/** A sign of life this often while somebody works on the page; it counts for three minutes. */
const RENEW = 60_000;
/** Nobody works on a page that was not touched this long. */
const IDLE = 5 * 60_000;

const place = document.querySelector('[data-presence]');
if (place) keepPresence(place);

function keepPresence(line) {
  let touched = Date.now();
  const form = (leaving) => {
    const body = new URLSearchParams({ formToken: line.dataset.token });
    if (leaving) body.set('leave', 'yes');
    return body;
  };
  for (const kind of ['pointermove', 'keydown', 'scroll'])
    addEventListener(
      kind,
      () => {
        touched = Date.now();
      },
      { passive: true },
    );
  const renew = async () => {
    if (document.visibilityState !== 'visible' || Date.now() - touched > IDLE) return;
    const answer = await fetch(line.dataset.presence, { method: 'POST', body: form(false) });
    if (!answer.ok || answer.redirected) return;
    const { others } = await answer.json();
    if (line.dataset.others === others) return;
    line.dataset.others = others;
    line.querySelector('[data-words]').textContent = others;
    line.hidden = others === '';
  };
  // The page before this one, when it was the same request, has just said that it was left.
  setTimeout(() => renew().catch(() => undefined), 2000);
  setInterval(() => renew().catch(() => undefined), RENEW);
  addEventListener('visibilitychange', () => renew().catch(() => undefined));
  addEventListener('pagehide', () => navigator.sendBeacon(line.dataset.presence, form(true)));
  addEventListener('pageshow', (event) => event.persisted && renew().catch(() => undefined));
}
