/** The door of `events/`: what other floors may use. */
export {
  type AccreditationPhase,
  accreditationPhase,
  EVENT_STATES,
  type Event,
  type EventFields,
  type EventInput,
  type EventName,
  type EventSaved,
  type EventState,
  type EventTexts,
  isOnEventDay,
  isOver,
  MAX_SPEAKERS,
  type ProgrammeFields,
  type ProgrammeItem,
  SLOT_KINDS,
  type Slot,
  type SlotFields,
  type SlotKind,
  type Speaker,
  speakerField,
} from './event.js';
export { eventPage } from './event-page.js';
export {
  eventsPart,
  findEventBySlug,
  getEvent,
  getEventBySlug,
  getPublicEvent,
  insertEvent,
  listEvents,
  listTakenNames,
  listUpcomingEvents,
  noteChange,
  takenNamesIn,
  updateEvent,
} from './event-repository.js';
export { eventRoutes } from './event-routes.js';
export { paths as eventPaths } from './paths.js';
export { type PhaseShown, phaseShown } from './phase-page.js';
export {
  deleteProgrammeItem,
  deleteSlot,
  getProgrammeItem,
  getSlot,
  insertProgrammeItem,
  insertSlot,
  listProgramme,
  listSlots,
  replaceProgramme,
  slotsPart,
  updateProgrammeItem,
  updateSlot,
} from './programme-repository.js';
