/** The door of `feeds/`: what other floors may use. */
export { feedRoutes } from './feed-routes.js';
export { newsSitemapRoutes } from './news-sitemap-routes.js';
