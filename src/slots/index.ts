/** The door of `slots/`: the wished slots of requests, granted while they have room. */
export { grantedPart, holdPlaces, letGo, lockSlots, setSlotStates } from './slot-repository.js';
