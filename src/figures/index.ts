/** The door of `figures/`: what other floors may use. */
export { countBeforeForgetting, countRequests } from './count-requests.js';
export { figuresJob } from './figures-job.js';
export { readFigures } from './read-figures.js';
export { type Day, type Figures, type Part, type Sums, VALUES } from './tally.js';
