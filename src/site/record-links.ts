/** Where at the desk the record stands that a letter is about: the outbox itself knows no feature. */
import { findRequest } from '../accreditation/index.js';
import type { RecordLink } from '../outbox/index.js';
import type { Deps } from '../platform/deps.js';
import { reviewPaths } from '../review/index.js';
import { findMember } from '../staff/index.js';
import { teamPaths } from '../team/index.js';

/** Undefined for letters about nothing that has a page, and for records that were erased. */
export async function linkToRecord({ db }: Deps, about: string): Promise<RecordLink | undefined> {
  const [kind, id] = about.split(':');
  if (kind === 'request') {
    const request = await findRequest(db, Number(id));
    return (
      request && { label: request.reference, href: reviewPaths.request(request.reference), area: 'requests' }
    );
  }
  if (kind === 'staff') {
    const member = await findMember(db, Number(id));
    return member && { label: member.name, href: teamPaths.member(member.id), area: 'team' };
  }
  return undefined;
}
