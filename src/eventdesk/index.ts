/** The door of `eventdesk/`: what other floors may use. */
export { type DeskHead, headOf } from './desk-event-page.js';
export { deskEventRoutes } from './desk-event-routes.js';
export { paths as eventDeskPaths } from './paths.js';
