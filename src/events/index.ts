/** The door of `events/`: what other floors may use. */
export { changeEvent } from './change-event.js';
export { addProgrammeItem, changeProgrammeItem, removeProgrammeItem } from './change-programme.js';
export { addSlot, changeSlot, removeSlot } from './change-slots.js';
export { copyEvent } from './copy-event.js';
export { createEvent } from './create-event.js';
export { deskEventRoutes } from './desk-event-routes.js';
export {
  type AccreditationPhase,
  accreditationPhase,
  type Event,
  type EventFields,
  type EventInput,
  type EventSaved,
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
export { moveEvent } from './move-event.js';
export { paths as eventPaths } from './paths.js';
export { insertSlot, listProgramme, listSlots, replaceProgramme } from './programme-repository.js';
