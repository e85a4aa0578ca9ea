/** Text blocks in the form of an enquiry: the boxes to tick, and what was ticked moved into the text. */
import type { Request } from 'express';
import type { Db } from '../platform/database.js';
import { enteredOf, listOf, textOf } from '../platform/form.js';
import { inLanguage, type Lang } from '../platform/languages.js';
import { type BlockChoice, blockChoices } from './block-page.js';
import { listBlocks } from './block-repository.js';
import { joinBlocks } from './join.js';

const FIELD = 'blocks[]';

/** From here on the text holds the ticked blocks, in the applicant's language, and no box is ticked any more. */
export async function insertChosenBlocks(db: Db, req: Request, lang: Lang): Promise<void> {
  const entered = enteredOf(req);
  const chosen = listOf(entered, FIELD);
  if (chosen.length === 0) return;
  const blocks = (await listBlocks(db, 'offered')).filter(({ id }) => chosen.includes(String(id)));
  const texts = blocks.map(({ texts }) => inLanguage(texts.text, lang));
  const { [FIELD]: _taken, ...rest } = req.body;
  req.body = { ...rest, text: joinBlocks(textOf(entered, 'text'), texts) };
}

/** `lang` is the reviewer's language, `enquiry` the text so far and the applicant's language. */
export async function readBlockChoices(
  db: Db,
  lang: Lang,
  enquiry: { lang: Lang; text: string },
): Promise<BlockChoice[]> {
  return blockChoices(lang, await listBlocks(db, 'offered'), enquiry);
}
