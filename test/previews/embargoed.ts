/** An accredited person, a release of their event under embargo with a picture of its own, and the link to it. */
import type { State } from '../../src/accreditation/index.js';
import type { Release } from '../../src/newsroom/release.js';
import { toToken } from '../../src/platform/personal-links.js';
import { PREVIEW_LINK, paths } from '../../src/previews/paths.js';
import { addPhoto } from '../mediakit/example-asset.js';
import { addRelease } from '../newsroom/example-release.js';
import { type Applicant, anApplicant } from '../support/applicant.js';
import type { TestPortal } from '../support/portal.js';

/** 24 October 2024, 09:15 in Erfurt. */
export const T = new Date('2024-10-24T07:15:00Z');
export const around = (seconds: number) => new Date(T.getTime() + seconds * 1000);

export interface Embargoed {
  applicant: Applicant;
  release: Release;
  token: string;
  /** The preview in German. */
  page: string;
  picture: string;
}

export async function embargoed(
  portal: TestPortal,
  { state = 'approved', changes = {} }: { state?: State; changes?: Partial<Release> } = {},
): Promise<Embargoed> {
  const applicant = await anApplicant(portal, { state });
  const { slug: picture } = await addPhoto(portal, { embargoUntil: T });
  const release = await addRelease(portal.db, {
    slug: 'geheim',
    title: 'Noch geheim',
    eventId: applicant.event.id,
    embargoUntil: T,
    assets: [picture],
    ...changes,
  });
  const token = previewToken(portal, applicant.request.id);
  return {
    applicant,
    release,
    token,
    page: paths.release({ lang: 'de', year: 2024, slug: 'geheim' }, token),
    picture,
  };
}

export const previewToken = ({ keys }: TestPortal, id: number, version = 1): string =>
  toToken(keys, { purpose: PREVIEW_LINK, id, version });
