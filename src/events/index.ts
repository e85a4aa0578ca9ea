/** The door of `events/`: what other floors may use. */
export {
  type AccreditationPhase,
  accreditationPhase,
  type Event,
  type EventInput,
  type EventTexts,
  type ProgrammeItem,
  type Slot,
  type SlotKind,
  type Speaker,
} from './event.js';
export {
  findEventBySlug,
  getEvent,
  getPublicEvent,
  insertEvent,
  listEvents,
  listUpcomingEvents,
} from './event-repository.js';
export { eventRoutes } from './event-routes.js';
export { EMPTY_OPERATOR, missingSettings, type Operator } from './operator.js';
export { readOperator, saveOperator } from './operator-repository.js';
export { paths as eventPaths } from './paths.js';
export { insertSlot, listProgramme, listSlots, replaceProgramme } from './programme-repository.js';
