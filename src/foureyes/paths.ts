/** The addresses at which a second person reads, confirms or returns a proposal. */
import { decisionPaths } from '../decisions/index.js';

const proposal = (reference: string): string => `/staff/requests/${reference}/proposal`;

export const paths = {
  queue: decisionPaths.queue,
  request: decisionPaths.request,
  decide: decisionPaths.decide,
  proposal,
  confirm: (reference: string): string => `${proposal(reference)}/confirm`,
  return: (reference: string): string => `${proposal(reference)}/return`,
  takeBack: (reference: string): string => `${proposal(reference)}/take-back`,
};
