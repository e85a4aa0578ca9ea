/** Chains for one entry of a kind: a text, one of several choices, a web address. */
import { body, type ValidationChain } from 'express-validator';
import { entryText, isWebAddress, toWebAddress } from './entry.js';

export const text = (field: string): ValidationChain => body(field).customSanitizer(entryText);
export const tooLong = (chain: ValidationChain, length: number): ValidationChain =>
  chain
    .custom((value: string) => [...value].length <= length)
    .withMessage((_value: unknown, { path }: { path: string }) => ({
      key: 'accreditation:errors.tooLong',
      values: { field: path, length },
    }));
export const required = (field: string, length: number): ValidationChain =>
  tooLong(text(field).notEmpty().withMessage(`accreditation:errors.${field}`).bail(), length);
export const optional = (field: string, length: number): ValidationChain => tooLong(text(field), length);
export const oneOf = (field: string, values: readonly string[]): ValidationChain =>
  text(field).isIn(values).withMessage(`accreditation:errors.${field}`);
export const webAddress = (field: string, mayBeEmpty: boolean): ValidationChain =>
  text(field)
    .customSanitizer(toWebAddress)
    .custom((value: string) => (mayBeEmpty && value === '') || isWebAddress(value))
    .withMessage(wrongLink(field));

export const wrongLink = (field: string) => ({ key: 'accreditation:errors.linkWrong', values: { field } });
