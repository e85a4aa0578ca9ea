/** The door of `operator/`: what other floors may use. */
export { EMPTY_OPERATOR, missingSettings, type Operator } from './operator.js';
export { operatorPart, readOperator, saveOperator } from './operator-repository.js';
export { paths as operatorPaths } from './paths.js';
export { logoRoutes, settingsRoutes } from './settings-routes.js';
