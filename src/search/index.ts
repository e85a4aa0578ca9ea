/** The door of `search/`: what other floors may use. */
export { matchingRequests } from './search-repository.js';
export { foldWords, searchWords } from './words.js';
