/** The door of `accreditation/`: what other floors may use. */
export {
  type Accreditation,
  type AccreditationResult,
  emailChain,
  readAccreditation,
} from './accreditation-form.js';
export { documentsPart, historyPart, messagesPart, wishesPart } from './file-parts-repository.js';
export {
  addDocument,
  addDocuments,
  addHistories,
  addHistory,
  addMessage,
  adjustSlotWishes,
  deleteDocuments,
  getDocument,
  listDocuments,
  listHistory,
  listMessages,
  listSlotWishes,
  setSlotWishes,
  showWaitingEntries,
} from './file-repository.js';
export type { FieldsState, FormNotice, FormPart, FormSection } from './form-parts-page.js';
export { cardKey, outletKey, personKey } from './likeness.js';
export { readListed } from './listed-form.js';
export { lockLivingRequest, lockRequest, lockRequestOf } from './lock-repository.js';
export { letterAbout, letterToApplicant, statusLink } from './mails.js';
export { addOwnMessage, attachDocument } from './message-repository.js';
export { insertNote, listNotes, notesPart } from './note-repository.js';
export {
  BADGE_LINK,
  CONFIRM_LINK,
  PREFILL_LINK,
  paths as accreditationPaths,
  STATUS_LINK,
  WAITING_LINK,
} from './paths.js';
export { withChosenProof } from './proof.js';
export { underFreeReference } from './reference.js';
export {
  type AccreditationRequest,
  DECISIVE_FIELDS,
  emailKey,
  fullName,
  type HistoryEntry,
  type Message,
  type NewDocument,
  type Note,
  OUTLET_TYPES,
  type OutletType,
  type ProofKind,
  type RequestDocument,
  type RequestInput,
  type SlotWish,
  subjectOf,
  WORK_AREAS,
  type WorkArea,
  withoutPerson,
} from './request.js';
export { enteredFrom, prefilledFrom, requestSections } from './request-fields-page.js';
export {
  changeRequest,
  deleteRequest,
  findLiveRequest,
  findRequest,
  findRequestBySubmission,
  getLivingRequest,
  getRequest,
  insertRequests,
  listRequestsByEmail,
  listUnconfirmedBefore,
  type NewRequest,
  type RequestChange,
  showState,
} from './request-repository.js';
export { type DeletionPlan, deletionPlan } from './retention.js';
export { type Known, listKnown, listRequestIdsOf, listRequests, lockRequests } from './several-repository.js';
export {
  APPROVED,
  allows,
  applicantStep,
  DECISIONS,
  type Decision,
  isApproved,
  isAsked,
  isOpen,
  isWithdrawn,
  nextState,
  OPEN,
  possibleDecisions,
  STATES,
  type State,
  stepOf,
} from './status.js';
export { sha256Of, withStoredUpload } from './store-upload.js';
export {
  awaitsReapproval,
  openEnquiry,
  type Source,
  sourceOf,
  visibleDecision,
  visibleHistory,
  visibleLimits,
  visibleMessages,
  visibleSlotState,
} from './visible.js';
