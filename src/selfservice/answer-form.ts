/** The two small forms of the status page: an answer to a further enquiry, and a message. */
import { body, type ValidationChain } from 'express-validator';
import type { FieldError } from '../platform/form.js';
import type { UploadResult } from '../platform/uploads.js';

const LONGEST = 5000;

/** `text` is optional in an answer, where a file may say it all. */
export function textChains({ required }: { required: boolean }): ValidationChain[] {
  const text = body('text').customSanitizer(toText);
  if (required) text.notEmpty().withMessage('selfservice:errors.noText').bail();
  return [
    text
      .custom((value: string) => [...value].length <= LONGEST)
      .withMessage({ key: 'selfservice:errors.tooLong', values: { length: LONGEST } }),
  ];
}

/** A refused file says why; an answer with neither words nor a file is none. */
export function answerErrors(text: string, file: UploadResult): FieldError[] {
  if (!file.ok) return [{ field: 'file', message: `selfservice:errors.file.${file.reason}` }];
  return text === '' && !file.upload ? [{ field: 'text', message: 'selfservice:errors.noAnswer' }] : [];
}

/** A form that stayed open for a week: nothing is lost, it only has to be sent once more. */
export const EXPIRED: FieldError = { field: 'text', message: 'selfservice:errors.formExpired' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNWANTED = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const toText = (value: unknown): string =>
  String(value ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(UNWANTED, '')
    .normalize('NFC')
    .trim();
