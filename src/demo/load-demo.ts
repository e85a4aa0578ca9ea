/** Loads the demo congress, step by step as it would have happened. */
import { type Event, insertEvent, insertSlot, listEvents, replaceProgramme } from '../events/index.js';
import { saveOperator } from '../operator/index.js';
import type { Deps } from '../platform/deps.js';
import type { MailHooks } from '../platform/outbox.js';
import { addStaff, type Member, type Role } from '../staff/index.js';
import { changeProfile } from '../team/index.js';
import { loadDemoAlerts } from './demo-alerts.js';
import { CONGRESS, PROGRAMME, SLOTS } from './demo-event.js';
import { loadDemoMedia } from './demo-media.js';
import { DEMO_OPERATOR } from './demo-operator.js';
import { loadDemoReleases } from './demo-releases.js';
import { loadDemoRequests } from './demo-requests.js';

/** Does nothing where there is an event already. Returns whether it loaded. */
export async function loadDemoIntoEmptyDatabase(deps: Deps, hooks: MailHooks): Promise<boolean> {
  if ((await listEvents(deps.db, ['draft', 'published', 'archived'])).length > 0) return false;
  const event = await loadEvent(deps);
  await loadDemoMedia(deps, event.id);
  await loadDemoReleases(deps, event.id);
  await loadDemoAlerts(deps, event.id);
  const [administrator] = await addTeam(deps);
  if (administrator) await loadDemoRequests(deps, { event, by: administrator, hooks });
  return true;
}

async function loadEvent({ db }: Deps): Promise<Event> {
  const at = new Date('2024-09-26T09:00:00+02:00');
  return db.transaction(async (trx) => {
    await saveOperator(trx, DEMO_OPERATOR, 0, at);
    const event = await insertEvent(trx, CONGRESS, at);
    await replaceProgramme(trx, event.id, PROGRAMME);
    for (const slot of SLOTS) await insertSlot(trx, { ...slot, eventId: event.id });
    return event;
  });
}

const TEAM: { name: string; role: Role }[] = [
  { name: 'Ute Ordner', role: 'administrator' },
  { name: 'Ben Stempel', role: 'reviewer' },
  { name: 'Mia Vorlage', role: 'editor' },
  { name: 'Emil Einlass', role: 'checkin' },
  { name: 'Petra Prüfstein', role: 'auditor' },
];

async function addTeam(deps: Deps): Promise<Member[]> {
  const members: Member[] = [];
  for (const { name, role } of TEAM) members.push(await addMember(deps, name, role));
  return members;
}

async function addMember(deps: Deps, name: string, role: Role): Promise<Member> {
  const { member } = await addStaff(deps, { email: `${role}@demo.example`, name, role, language: 'de' });
  // A digest instead of a letter for each of the dozen requests that the demo is about to play.
  await changeProfile(deps, member, { ...member, notices: 'daily' });
  return member;
}
