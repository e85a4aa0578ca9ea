/** What the answer of a mail server means for a letter and for its address (RFC 5321, RFC 3463). */

/** As nodemailer reports it. */
export type SmtpError = Error & { responseCode?: number; code?: string; command?: string };

/** 5yz is final, 4yz asks for another try. A refused sign-in at the mail server is ours to mend, so: later. */
export function isRefusal(error: SmtpError): boolean {
  const code = error.responseCode ?? 0;
  return error.code !== 'EAUTH' && code >= 500 && code < 600;
}

/**
 * The mailbox itself is refused for good. Not when the server dislikes the sender or the letter (5.7.1, spam for
 * instance): that is said of every letter at once and tells nothing about the address.
 */
export function isUnknownMailbox(error: SmtpError): boolean {
  return isRefusal(error) && error.command === 'RCPT TO' && !/\b5\.7\.\d+\b/.test(error.message);
}
