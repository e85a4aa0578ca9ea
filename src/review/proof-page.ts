/** The proof of a request as the desk shows it: the data of the card, links, and the documents in the page, each with its verdict. */
import type { RequestDocument } from '../accreditation/index.js';
import { formatDateTime } from '../platform/dates.js';
import type { Translate } from '../platform/i18n.js';
import type { Lang } from '../platform/languages.js';
import type { Badge } from '../queue/index.js';
import {
  type JudgedProof,
  missingVerdicts,
  type VerdictFields,
  type VerdictState,
  verdictBadge,
  verdictFields,
} from '../verdicts/index.js';
import type { CaseRecord } from './case.js';
import { type Fact, webFact } from './case-facts-page.js';
import { addressIn, paths } from './paths.js';

export interface ProofTab {
  label: string;
  href: string;
  current: boolean;
  badge: Badge | undefined;
}

export interface ProofView {
  kind: string;
  /** For the bar at the foot of the page: the kind, how many documents there are, and what was judged. */
  summary: string;
  judged: { text: string; good: boolean };
  /** False for roles that may not see proofs. */
  visible: boolean;
  facts: Fact[];
  tabs: ProofTab[];
  /** The one to go on with; empty where there is only one. */
  nextTab: string;
  shown: ShownDocument | undefined;
  verdict: VerdictFields | undefined;
}

interface ShownDocument {
  picture: boolean;
  src: string;
  download: string;
  name: string;
  about: string;
  alt: string;
}

interface Seen {
  t: Translate;
  lang: Lang;
  writes: boolean;
  seesProofs: boolean;
  /** The proof that was asked for: the number of a document, or `entered`. */
  proofChoice: string;
  verdict: VerdictState | undefined;
}

export function proofView(view: Seen, record: CaseRecord, query: string): ProofView {
  const { t, seesProofs } = view;
  const { request, documents, proofs } = record;
  const kind = t(`labels:proofKinds.${request.proofKind}`);
  const count = documents.length;
  const summary = t(count === 0 ? 'review:case.proofOf' : 'review:case.proofWith', { kind, count });
  const common = { kind, summary, judged: judgedWords(t, proofs) };
  if (!seesProofs) return { ...common, ...NOTHING_SHOWN };
  const judged = chosenProof(view, proofs);
  const shown = documents.find(({ id }) => id === judged?.proof.documentId);
  const tabs = proofs.map((proof, at) => tabOf(view, record, { proof, at, query, shown: judged }));
  const current = tabs.findIndex((tab) => tab.current);
  return {
    ...common,
    visible: true,
    facts: proofFacts(t, record),
    tabs,
    nextTab: tabs.length > 1 ? (tabs[(current + 1) % tabs.length]?.href ?? '') : '',
    shown: shown && shownDocument(view, record, shown),
    verdict: judged && verdictFields(view, judged, addressIn(paths.verdicts(request.reference), query)),
  };
}

const NOTHING_SHOWN = {
  visible: false,
  facts: [],
  tabs: [],
  nextTab: '',
  shown: undefined,
  verdict: undefined,
} satisfies Partial<ProofView>;

/** What was asked for, else the first one that waits for a verdict, else the latest document. */
function chosenProof(
  { proofChoice, verdict }: Seen,
  proofs: readonly JudgedProof[],
): JudgedProof | undefined {
  const waiting = missingVerdicts(proofs).at(0)?.key;
  return (
    proofs.find(({ proof }) => proof.key === verdict?.proof) ??
    proofs.find(({ proof }) => String(proof.documentId ?? 'entered') === proofChoice) ??
    proofs.find(({ proof }) => proof.key === waiting) ??
    proofs.findLast(({ proof }) => proof.documentId !== undefined) ??
    proofs[0]
  );
}

function tabOf(
  { t }: Seen,
  { request, documents }: CaseRecord,
  {
    proof: { proof, verdict },
    at,
    query,
    shown,
  }: { proof: JudgedProof; at: number; query: string; shown: JudgedProof | undefined },
): ProofTab {
  const document = documents.find(({ id }) => id === proof.documentId);
  return {
    label: `${at + 1} ${document?.originalName ?? t('review:case.entered')}`,
    href: `${addressIn(paths.request(request.reference), query, `document=${proof.documentId ?? 'entered'}`)}#proof`,
    current: proof.key === shown?.proof.key,
    badge: verdict && verdictBadge(t, verdict.verdict),
  };
}

function shownDocument({ t, lang }: Seen, { request }: CaseRecord, document: RequestDocument): ShownDocument {
  const src = paths.document(request.reference, document.id);
  return {
    picture: document.kind.startsWith('image/'),
    src,
    download: `${src}?download`,
    name: document.originalName,
    alt: t('review:case.alt', { name: document.originalName }),
    about: t('review:case.document', {
      origin: t(`review:origins.${document.origin}`),
      kind: t(`review:fileKinds.${document.kind.split('/').at(-1)}`),
      size: sizeWords(lang, document.bytes),
      date: formatDateTime(lang, document.addedAt),
    }),
  };
}

function judgedWords(t: Translate, proofs: readonly JudgedProof[]): ProofView['judged'] {
  const valid = proofs.filter(({ verdict }) => verdict?.verdict === 'valid').length;
  const missing = missingVerdicts(proofs).length;
  if (proofs.length === 0) return { text: t('review:verdict.noProof'), good: false };
  if (missing === proofs.length) return { text: t('review:verdict.notYet'), good: false };
  return { text: t('review:verdict.valid', { valid, count: proofs.length }), good: valid > 0 };
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
    not_recorded: () => [],
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
