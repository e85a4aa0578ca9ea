/** The rules of the accreditation form, for a new request and for an edit of one. */
import type { Request } from 'express';
import { body, type ValidationChain } from 'express-validator';
import type { Slot } from '../events/index.js';
import { type Entered, enteredOf, type FieldError, listOf, readForm, textOf } from '../platform/form.js';
import { remember } from '../platform/remember.js';
import type { Upload, UploadResult } from '../platform/uploads.js';
import { hasLetter, isOneAddress, isWebAddress, toParagraphs, toWebAddress } from './entry.js';
import { oneOf, optional, required, text, tooLong, webAddress, wrongLink } from './entry-form.js';
import { PROOF_FIELDS, type ProofField, proofFileErrors } from './proof.js';
import {
  CARD_ISSUERS,
  OUTLET_TYPES,
  PROOF_KINDS,
  type ProofKind,
  type RequestInput,
  WORK_AREAS,
} from './request.js';

export interface FormRules {
  /** The year of the event day in Berlin: a press card is valid by calendar year. */
  year: number;
  slots: readonly Slot[];
  /** What `uploadOf` said about `proofFile`. */
  file: UploadResult;
  /** An edit neither changes the confirmed address nor repeats the privacy notice, and may keep the earlier file. */
  edit?: { hasFile: boolean };
  /** A row of a list: nobody ticked the notice, and a list may say nothing of proofs; an earlier one of phones. */
  listed?: { phone: 'required' | 'optional' };
}

/** In an edit `input.email` is missing: the confirmed address stands fast. */
export type Accreditation = { input: RequestInput; slotIds: number[]; upload: Upload | undefined };
export type AccreditationResult =
  | ({ ok: true } & Accreditation)
  | { ok: false; status: 400 | 413 | 415; entered: Entered; errors: FieldError[] };

/** Everything of the form at once: fields, wished slots and the proof's file; `status` is what HTTP calls the trouble. */
export async function readAccreditation(req: Request, rules: FormRules): Promise<AccreditationResult> {
  const { file, slots, edit, year, listed } = rules;
  // A refused file is a file too: its own message is enough, the numbers are not asked for on top.
  const hasFile = !file.ok || file.upload !== undefined || edit?.hasFile === true;
  const entered = enteredOf(req);
  const fields = await readForm<RequestInput>(
    req,
    chainsFor(JSON.stringify({ year, hasFile, editing: edit !== undefined, listed: listed?.phone })),
  );
  const wishes = readSlots(entered, slots);
  const others = [...(fields.ok ? [] : fields.errors), ...wishes.errors];
  const kind = textOf(entered, 'proofKind');
  const trouble = proofFileErrors(kind, file, { kept: edit?.hasFile ?? false, again: others.length > 0 });
  const errors = inOrderOfTheForm([...others, ...trouble]);
  if (fields.ok && errors.length === 0)
    return {
      ok: true,
      input: fields.input,
      slotIds: wishes.slotIds,
      upload: file.ok ? file.upload : undefined,
    };
  return { ok: false, status: file.ok || trouble.length === 0 ? 400 : file.status, entered, errors };
}

const NAME_LENGTH = 200;
const TEXT_LENGTH = 2000;

/** As the page shows them, so that the summary reads from top to bottom. */
const ORDER = [
  ...['lastName', 'firstName', 'email', 'phone'],
  ...['outletName', 'outletType', 'jobTitle', 'outletWebsite', 'editorialContact', 'workArea'],
  ...['proofKind', ...Object.values(PROOF_FIELDS).flat(), 'proofFile', 'slots'],
  ...['equipmentNeeds', 'vehiclePlate', 'accessNeeds', 'note', 'privacyNotice'],
];
const inOrderOfTheForm = (errors: FieldError[]): FieldError[] =>
  [...errors].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));

interface Asked {
  year: number;
  hasFile: boolean;
  editing: boolean;
  listed?: 'required' | 'optional';
}

/** Chains are slow to build and the same for everybody who is asked the same. */
const chainsFor = remember(20, (asked: string) => accreditationChains(JSON.parse(asked) as Asked));

function accreditationChains(asked: Asked): ValidationChain[] {
  return [
    ...personChains(asked),
    required('outletName', NAME_LENGTH),
    oneOf('outletType', OUTLET_TYPES),
    webAddress('outletWebsite', true),
    optional('editorialContact', NAME_LENGTH),
    oneOf('workArea', WORK_AREAS),
    oneOf('proofKind', asked.listed ? [...PROOF_KINDS, 'not_recorded'] : PROOF_KINDS),
    ...cardChains(asked),
    ...linkChains(),
    ...['equipmentNeeds', 'accessNeeds', 'note'].map((field) =>
      tooLong(body(field).customSanitizer(toParagraphs), TEXT_LENGTH),
    ),
    optional('vehiclePlate', 20),
    ...(asked.editing || asked.listed
      ? []
      : [body('privacyNotice').equals('yes').withMessage('accreditation:errors.privacyNotice')]),
  ];
}

/** One address and nothing else; also for correcting it on the waiting page. */
export const emailChain = (): ValidationChain =>
  text('email')
    .notEmpty()
    .withMessage('accreditation:errors.email')
    .bail()
    .contains('@')
    .withMessage('accreditation:errors.emailAt')
    .bail()
    .custom((value: string) => isOneAddress(value) && value.length <= 254)
    .withMessage('accreditation:errors.emailWrong')
    .bail()
    .isEmail()
    .withMessage('accreditation:errors.emailWrong');

function personChains({ editing, listed }: Asked): ValidationChain[] {
  const name = (field: string) =>
    required(field, NAME_LENGTH).bail().custom(hasLetter).withMessage('accreditation:errors.letter');
  const enough = (value: string) => value.length <= 40 && (value.match(/\p{Nd}/gu) ?? []).length >= 5;
  const mayLack = (value: string) => listed === 'optional' && value === '';
  const phone = text('phone')
    .custom((value: string) => value !== '' || mayLack(value))
    .withMessage('accreditation:errors.phone')
    .bail()
    .custom((value: string) => enough(value) || mayLack(value))
    .withMessage('accreditation:errors.phoneWrong');
  return [
    name('lastName'),
    name('firstName'),
    ...(editing ? [] : [emailChain()]),
    phone,
    optional('jobTitle', NAME_LENGTH),
  ];
}

function cardChains({ year, hasFile }: Asked): ValidationChain[] {
  const missing = hasFile ? isAnything : (value: string) => value !== '';
  return [
    forProof('pressCardIssuer')
      .custom((value: string) => (value === '' && hasFile) || CARD_ISSUERS.some((issuer) => issuer === value))
      .withMessage('accreditation:errors.pressCardIssuer'),
    tooLong(
      forProof('pressCardNumber').custom(missing).withMessage('accreditation:errors.pressCardNumber').bail(),
      60,
    ),
    forProof('pressCardYear')
      .custom(missing)
      .withMessage('accreditation:errors.pressCardYear')
      .bail()
      .custom((value: string) => value === '' || Number(value) === year)
      .withMessage({ key: 'accreditation:errors.pressCardOtherYear', values: { year } }),
  ];
}

function linkChains(): ValidationChain[] {
  const link = (field: ProofField) =>
    forProof(field)
      .customSanitizer(toWebAddress)
      .notEmpty()
      .withMessage({ key: 'accreditation:errors.link', values: { field } })
      .bail()
      .custom(isWebAddress)
      .withMessage(wrongLink(field));
  return [
    link('sampleUrl1'),
    link('sampleUrl2')
      .bail()
      .custom((value, { req }) => value !== toWebAddress(req.body.sampleUrl1))
      .withMessage('accreditation:errors.sameLink'),
    link('imprintUrl'),
  ];
}

/** The wished slots; one that is not offered (any more) is an error, so that no wish is lost unseen. */
function readSlots(entered: Entered, slots: readonly Slot[]): { slotIds: number[]; errors: FieldError[] } {
  const wished = [...new Set(listOf(entered, 'slots[]'))];
  const slotIds = slots.filter(({ id }) => wished.includes(String(id))).map(({ id }) => id);
  const errors =
    slotIds.length === wished.length ? [] : [{ field: 'slots', message: 'accreditation:errors.slots' }];
  return { slotIds, errors };
}

const isAnything = (): boolean => true;

/** Checked only when its proof is the chosen one. */
const forProof = (field: ProofField): ValidationChain =>
  text(field).if((_value: unknown, { req }: { req: { body?: { proofKind?: string } } }) =>
    PROOF_FIELDS[req.body?.proofKind as ProofKind]?.includes(field),
  );
