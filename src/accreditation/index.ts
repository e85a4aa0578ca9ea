/** The door of `accreditation/`: what other floors may use. */

export { accreditationRoutes } from './accreditation-routes.js';
export { type Answer, answerEnquiry } from './answer-enquiry.js';
export { makeBadgeAttachment, makeCalendarAttachment } from './attachments-job.js';
export { badgeCode } from './badge-page.js';
export { confirmRequest } from './confirm-request.js';
export { CONFIRM_HOURS } from './confirmation.js';
export { expireUnconfirmedJob } from './expire-unconfirmed-job.js';
export {
  addDocument,
  addHistory,
  addMessage,
  getDocument,
  listDocuments,
  listHistory,
  listMessages,
  listSlotWishes,
  setSlotWishes,
  showWaitingEntries,
} from './file-repository.js';
export { letterAbout, signatureOf } from './mails.js';
export { BADGE_LINK, paths as accreditationPaths, STATUS_LINK } from './paths.js';
export { removeFilesJob } from './remove-files-job.js';
export {
  type AccreditationRequest,
  CARD_ISSUERS,
  fullName,
  type HistoryEntry,
  type Message,
  OUTLET_TYPES,
  type OutletType,
  PROOF_KINDS,
  type ProofKind,
  type RequestDocument,
  type RequestInput,
  type SlotWish,
  subjectOf,
  WORK_AREAS,
  type WorkArea,
} from './request.js';
export {
  changeRequest,
  findRequest,
  getRequest,
  insertRequest,
  type RequestChange,
  showState,
} from './request-repository.js';
export { type DeletionPlan, deletionPlan } from './retention.js';
export { selfServiceRoutes } from './self-service-routes.js';
export {
  APPROVED,
  allows,
  applicantStep,
  DECISIONS,
  type Decision,
  isApproved,
  isOpen,
  nextState,
  OPEN,
  possibleDecisions,
  STATES,
  type State,
  type StepName,
  stepOf,
} from './status.js';
export { type Submission, submitRequest } from './submit-request.js';
export { awaitsReapproval, visibleDecision, visibleHistory, visibleMessages } from './visible.js';
export { withdrawRequest } from './withdraw-request.js';
