/**
 * Every letter of the portal: what it is for stands in the texts under `about`, what may and must stand in it stands
 * here. A new letter gets its line here; a test tells when it is missing.
 */
import { NotFound } from '../platform/errors.js';

export interface LetterEntry {
  /** `decisions:letters.rejected`, as `composeLetter` is asked for it. */
  key: string;
  /** The feature that writes it. */
  group: Group;
  /** Its own name within the group. */
  name: string;
  /** Name of each placeholder, and the text that explains it (`letterdesk:placeholders.…`). */
  placeholders: Record<string, string>;
  /** Without these in its body the letter would be useless or unlawful. */
  required: readonly string[];
}

/** In the order of the list. */
export const GROUPS = [
  'application',
  'intake',
  'decisions',
  'reminders',
  'selfservice',
  'previews',
  'alerts',
  'notices',
  'signin',
] as const;
export type Group = (typeof GROUPS)[number];

/** `name` stands for itself, `link:statusLink` is explained as a status link. */
function letter(group: Group, name: string, placeholders: string, required: string): LetterEntry {
  const pairs = placeholders.split(' ').map((pair) => {
    const [own = '', text = own] = pair.split(':');
    return [own, text] as const;
  });
  return {
    key: `${group}:letters.${name}`,
    group,
    name,
    placeholders: Object.fromEntries(pairs),
    required: required.split(' '),
  };
}

const EVENT = 'event date:day place contact';
const DECIDED = 'name reference event day date requested place contact office link:statusLink';
const LEGAL = 'legalBasis legalRemedy';
const RELEASE =
  'title:releaseTitle subtitle:releaseSubtitle dateline teaser:releaseTeaser address:releaseAddress files:releaseFiles correction:releaseCorrection contact:releaseContact office link:listLink';
const NOTICE =
  'member:memberName reference event outlet outletType workArea answerBy:answerDay link:caseLink';

export const CATALOGUE: readonly LetterEntry[] = [
  letter('application', 'confirm', `${EVENT} deadline:confirmBy link:confirmLink`, 'link'),
  letter('application', 'received', `name reference ${EVENT} answerBy link:statusLink`, 'reference link'),
  letter('application', 'alreadyAsked', `name reference ${EVENT} link:statusLink`, 'link'),
  letter('application', 'lostLink', `name reference ${EVENT} link:statusLink`, 'link'),
  letter('application', 'prefill', `name ${EVENT} deadline:closes link:formLink`, 'link'),
  letter(
    'intake',
    'takenIn',
    `name reference source ${EVENT} answerBy link:statusLink`,
    'reference source link',
  ),
  letter('decisions', 'approved', `${DECIDED} entry slots directions`, 'link'),
  letter(
    'decisions',
    'approvedLimited',
    `${DECIDED} limits text:addedText entry slots directions ${LEGAL}`,
    'limits text legalRemedy link',
  ),
  letter(
    'decisions',
    'waitlisted',
    `${DECIDED} reason:waitReason text:addedText promise`,
    'reason text link',
  ),
  letter(
    'decisions',
    'rejected',
    `${DECIDED} reason:rejectReason text:rejectText ${LEGAL}`,
    'reason text legalBasis legalRemedy link',
  ),
  letter(
    'decisions',
    'revoked',
    `${DECIDED} reason:revokeReason text:revokeText ${LEGAL}`,
    'reason text legalBasis legalRemedy link',
  ),
  letter('decisions', 'enquiry', `${DECIDED} text:enquiryText due`, 'text due link'),
  letter(
    'decisions',
    'message',
    'name reference event text:messageText contact office link:statusLink',
    'text link',
  ),
  letter(
    'reminders',
    'enquiry',
    `name reference ${EVENT} text:missingText due link:statusLink`,
    'text due link',
  ),
  letter(
    'reminders',
    'visit',
    `name reference ${EVENT} starts entry slots directions limits:limitsHeaded link:statusLink`,
    'limits link',
  ),
  letter('reminders', 'undecided', 'member:memberName lines:undecidedLines', 'lines'),
  letter('selfservice', 'withdrawn', `name reference ${EVENT} link:statusLink`, 'reference link'),
  letter(
    'previews',
    'preview',
    `name reference ${EVENT} title:releaseTitle embargo:embargoNotice link:previewLink`,
    'embargo link',
  ),
  letter('alerts', 'confirm', 'deadline:confirmBy contact:officeContact office link:listConfirmLink', 'link'),
  letter('alerts', 'subscribed', 'contact:officeContact office link:listLink', 'link'),
  letter('alerts', 'release', RELEASE, 'title address link'),
  letter('alerts', 'correction', `${RELEASE} note:correctionNote`, 'title note address link'),
  letter('alerts', 'withdrawal', `${RELEASE} note:withdrawalNote`, 'title link'),
  letter('notices', 'noticeNew', NOTICE, 'reference link'),
  letter('notices', 'noticeAnswer', NOTICE, 'reference link'),
  letter('notices', 'noticeUnanswered', NOTICE, 'reference link'),
  letter('notices', 'noticeEdit', NOTICE, 'reference link'),
  letter('notices', 'noticeMessage', NOTICE, 'reference link'),
  letter('notices', 'noticeWithdrawal', NOTICE, 'reference link'),
  letter('notices', 'digest', 'member:memberName lines link:queueLink', 'lines link'),
  letter('signin', 'invitation', 'name:memberName validFor:invitationValid link:invitationLink', 'link'),
  letter('signin', 'signIn', 'name:memberName validFor:signInValid link:signInLink', 'link'),
];

/** Throws NotFound for a letter the portal does not write. */
export function getLetterEntry({ group, name }: Record<string, unknown>): LetterEntry {
  const found = CATALOGUE.find((entry) => entry.group === group && entry.name === name);
  if (!found) throw new NotFound();
  return found;
}
