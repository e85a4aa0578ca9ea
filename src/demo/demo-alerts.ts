/** Who is on the press list of the demo: invented newsrooms that joined after the releases so far. */
import { confirmSubscriber, eventTopic, subscribeAddress, type Wishes } from '../alerts/index.js';
import type { Deps } from '../platform/deps.js';

const JOINED = new Date('2024-10-09T20:00:00+02:00');

export async function loadDemoAlerts(deps: Deps, eventId: number): Promise<void> {
  const congress = eventTopic(eventId);
  const entries: [string, Wishes][] = [
    ['redaktion@beispielbote.example', { languages: ['de'], topics: ['all'] }],
    ['chefin-vom-dienst@musterfunk.example', { languages: ['de'], topics: ['all'] }],
    ['newsdesk@sample-courier.example', { languages: ['en'], topics: ['all'] }],
    ['agentur@probeagentur.example', { languages: ['de', 'en'], topics: ['all'] }],
    ['digitales@mustermagazin.example', { languages: ['de'], topics: [congress] }],
    ['landespolitik@probeblatt.example', { languages: ['de'], topics: ['general', congress] }],
  ];
  const then = { ...deps, clock: { now: () => JOINED } };
  for (const [email, wishes] of entries) {
    const lang = wishes.languages[0] ?? 'de';
    const { id } = await subscribeAddress(then, { email, lang, wishes, quiet: true });
    await confirmSubscriber(then, id);
  }
}
