/** The door of `proposals/`: decisions that wait for a second person. */
export { cameBack, isStale, type Proposal, type ProposedWords } from './proposal.js';
export {
  countProposalsFor,
  findLatestProposal,
  findWaitingProposal,
  latestProposalPart,
  listProposals,
  listProposedIds,
  listWaitingProposals,
  moveProposal,
  type WaitingProposal,
} from './proposal-repository.js';
export { proposeDecision } from './propose-decision.js';
export {
  getWaitingProposal,
  reopenProposal,
  returnProposal,
  type Settlement,
  takeBackProposal,
} from './settle-proposal.js';
