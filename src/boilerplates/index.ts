/** The door of `boilerplates/`: what other floors may use. */
export type { Boilerplate } from './boilerplate.js';
export { insertBoilerplate, listBoilerplates } from './boilerplate-repository.js';
export { boilerplateRoutes } from './boilerplate-routes.js';
