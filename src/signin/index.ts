/** The door of `signin/`: what other floors may use. */
export { createSignInLink } from './create-sign-in-link.js';
export { endLinksOf } from './link-repository.js';
export { fitsPassword, hashPassword, PASSWORD_MAX } from './password.js';
export { sendLink } from './request-link.js';
export { signInPatience } from './require-patience.js';
export { passwordChain } from './sign-in-form.js';
export { type FormState, newPasswordField, secretField } from './sign-in-page.js';
export { signInRoutes } from './sign-in-routes.js';
export { tidySignInJob } from './tidy-sign-in-job.js';
