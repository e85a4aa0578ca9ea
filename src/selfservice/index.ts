/** The door of `selfservice/`: what other floors may use. */
export { answerEnquiry } from './answer-enquiry.js';
export { selfServiceRoutes } from './self-service-routes.js';
export { withdrawRequest } from './withdraw-request.js';
