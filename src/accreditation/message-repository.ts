/** Every SQL statement about messages that applicants send themselves: each form counts once, however often it is sent. */
import type { Db } from '../platform/database.js';

export interface OwnMessage {
  text: string;
  at: Date;
  /** The nonce of the form it came with. */
  submission: string;
}

/** Returns the number of the message; undefined when this form was already taken. */
export async function addOwnMessage(
  db: Db,
  requestId: number,
  { text, at, submission }: OwnMessage,
): Promise<number | undefined> {
  const [row] = await db('request_messages')
    .insert({
      request_id: requestId,
      direction: 'from_applicant',
      author: 'applicant',
      text,
      at: at.toISOString(),
      shown_at: at.toISOString(),
      submission,
    })
    .onConflict('submission')
    .ignore()
    .returning('id');
  return row?.id;
}

export async function attachDocument(db: Db, messageId: number, documentId: number): Promise<void> {
  await db('request_messages').where({ id: messageId }).update({ document_id: documentId });
}
