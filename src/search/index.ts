/** The door of `search/`: what other floors may use. */
export { forgetSearches } from './forget-searches.js';
export { saveFilter } from './save-filter.js';
export { BadFilterName, type SavedFilter } from './saved.js';
export { deleteSavedFilter, listSavedFilters } from './saved-filter-repository.js';
export { matchingRequests } from './search-repository.js';
