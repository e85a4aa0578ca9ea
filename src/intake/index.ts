/** The door of `intake/`: what other floors may use. */
export { intakeRoutes } from './intake-routes.js';
export { takenInLetter } from './mails.js';
export { paths as intakePaths } from './paths.js';
