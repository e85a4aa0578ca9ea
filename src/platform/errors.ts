/**
 * Refusals a person can run into outside a form. The error handler turns each into its own page; the message is a
 * key of the language files, so that the page can say it in the person's language.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;
}

export class NotFound extends Refusal {
  readonly status = 404;
  constructor(key = 'errors:notFound') {
    super(key);
  }
}

export class Forbidden extends Refusal {
  readonly status = 403;
  constructor(key = 'errors:forbidden') {
    super(key);
  }
}

/** The thing asked for was possible a moment ago, but somebody else was faster. */
export class Conflict extends Refusal {
  readonly status = 409;
  constructor(key = 'errors:conflict') {
    super(key);
  }
}

/** Was here once and is not any more: erased, withdrawn, or a link whose time is over. */
export class Gone extends Refusal {
  readonly status = 410;
  constructor(key = 'errors:gone') {
    super(key);
  }
}

export class TooManyRequests extends Refusal {
  readonly status = 429;
  constructor(
    /** Whole seconds until the next try has a chance; sent as Retry-After. */
    readonly retryAfter: number,
    key = 'errors:tooManyRequests',
  ) {
    super(key);
  }
}

/** Told by the file system or by either database. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'].includes(String((error as { code?: unknown } | null)?.code));
