/** The proof of a request as the desk shows it: the data of the card, links, and the documents in the page. */
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import { withQuery } from '../queue/index.js';
import type { CaseRecord } from './case.js';
import { type Fact, webFact } from './case-facts-page.js';
import { paths } from './paths.js';

export interface DocumentView {
  label: string;
  origin: string;
  href: string;
  current: boolean;
}

export interface ProofView {
  kind: string;
  /** For the bar at the foot of the page: the kind and how many documents there are. */
  summary: string;
  /** False for roles that may not see proofs. */
  visible: boolean;
  facts: Fact[];
  documents: DocumentView[];
  shown:
    | { picture: boolean; src: string; download: string; name: string; about: string; alt: string }
    | undefined;
}

interface Seen {
  t: Translate;
  lang: Lang;
  seesProofs: boolean;
  documentId: number | undefined;
}

export function proofView(
  { t, lang, seesProofs, documentId }: Seen,
  record: CaseRecord,
  query: string,
): ProofView {
  const { request, documents } = record;
  const kind = t(`labels:proofKinds.${request.proofKind}`);
  const count = documents.length;
  const summary = t(count === 0 ? 'review:case.proofOf' : 'review:case.proofWith', { kind, count });
  if (!seesProofs) return { kind, summary, visible: false, facts: [], documents: [], shown: undefined };
  const shown = documents.find(({ id }) => id === documentId) ?? documents.at(-1);
  return {
    kind,
    summary,
    visible: true,
    facts: proofFacts(t, record),
    documents: documents.map((document, at) => ({
      label: `${at + 1} ${document.originalName}`,
      origin: t(`review:origins.${document.origin}`),
      href: withQuery(
        paths.request(request.reference),
        [query, `document=${document.id}`].filter(Boolean).join('&'),
      ),
      current: document.id === shown?.id,
    })),
    shown: shown && {
      picture: shown.kind.startsWith('image/'),
      src: paths.document(request.reference, shown.id),
      download: `${paths.document(request.reference, shown.id)}?download`,
      name: shown.originalName,
      alt: t('review:case.alt', { name: shown.originalName }),
      about: t('review:case.document', {
        kind: t(`review:fileKinds.${shown.kind.split('/').at(-1)}`),
        size: sizeWords(lang, shown.bytes),
        date: formatDateTime(lang, shown.addedAt),
      }),
    },
  };
}

function proofFacts(t: Translate, { request }: CaseRecord): Fact[] {
  const label = (name: string) => t(`review:facts.${name}`);
  const facts: Record<typeof request.proofKind, () => Fact[]> = {
    press_card: () => [
      {
        label: label('issuer'),
        value: request.pressCardIssuer && t(`labels:issuers.${request.pressCardIssuer}`),
      },
      { label: label('cardNumber'), value: request.pressCardNumber },
      { label: label('cardYear'), value: request.pressCardYear, strong: true },
    ],
    assignment: () => [],
    samples: () => [
      webFact(label('sample1'), request.sampleUrl1),
      webFact(label('sample2'), request.sampleUrl2),
    ],
    imprint: () => [webFact(label('imprint'), request.imprintUrl)],
  };
  return facts[request.proofKind]().filter(({ value }) => value !== '');
}

/** 412 kB, 1,2 MB. */
function sizeWords(lang: Lang, bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', bytes / 1000] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(lang === 'de' ? 'de-DE' : 'en-GB', {
    style: 'unit',
    unit: unit as string,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(size as number);
}
