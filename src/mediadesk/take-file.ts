/** Looks at one uploaded file, and takes it into the media kit as a draft that says what the file says. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type AssetKind,
  addAsset,
  type FileType,
  fileTypeOf,
  findByMaster,
  isHarmlessSvg,
  listTakenSlugs,
  MAX_PIXELS,
} from '../mediakit/index.js';
import { violatesUnique } from '../platform/database.js';
import type { Deps } from '../platform/deps.js';
import type { ReceivedFile } from '../platform/received-files.js';
import { slugOf, untaken } from '../platform/slugs.js';
import { type FileRights, type FileTags, rightsIn, tracesIn } from './filerights.js';
import { readFileTags } from './read-file-tags.js';
import { type CommonRights, REFUSALS, type RefusalReason, type Taken } from './taking.js';

export async function takeFile(
  deps: Deps,
  actor: string,
  file: ReceivedFile,
  common: CommonRights,
): Promise<Taken> {
  const { originalName } = file;
  const refuse = (reason: RefusalReason): Taken => ({
    ok: false,
    originalName,
    reason,
    status: REFUSALS[reason],
  });
  if (file.tooBig) return refuse('tooBig');
  if (file.size === 0) return refuse('empty');
  const content = await readFile(file.path);
  const known = await findByMaster(deps.db, createHash('sha256').update(content).digest('hex'));
  if (known) return { ...refuse('known'), known: known.id } as Taken;
  const type = await fileTypeOf(content);
  if (!type) return refuse('wrongKind');
  const objection = await objectionTo(content, type);
  if (objection) return refuse(objection);
  try {
    return {
      ok: true,
      originalName,
      id: await addDraft(deps, actor, { content, type, originalName, common }),
    };
  } catch (error) {
    // A colleague took this address, perhaps with this very file, while its pictures were made.
    if (violatesUnique(error, 'slug')) return takeFile(deps, actor, file, common);
    // Faults of the disk and of the database have a code; what remains is a file that cannot be drawn.
    if ((error as { code?: unknown }).code) throw error;
    deps.log.warn({ err: error }, 'an uploaded file could not be shown');
    return refuse('broken');
  }
}

async function objectionTo(content: Buffer, { family }: FileType): Promise<RefusalReason | undefined> {
  if (family === 'drawing') return isHarmlessSvg(content) ? undefined : 'harmful';
  // A telephone writes where it stood into a recording as well, and nothing here takes it out.
  if (family === 'audio') return RECORDED_PLACE.some((mark) => content.includes(mark)) ? 'place' : undefined;
  if (family === 'pdf') return content.includes('%%EOF') ? undefined : 'broken';
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata();
    return width * height > MAX_PIXELS ? 'pixels' : undefined;
  } catch {
    return 'broken';
  }
}

const RECORDED_PLACE = [Buffer.from('\u00A9xyz', 'latin1'), Buffer.from('com.apple.quicktime.location')];

interface Draft {
  content: Buffer;
  type: FileType;
  originalName: string;
  common: CommonRights;
}

async function addDraft(deps: Deps, actor: string, { content, type, originalName, common }: Draft) {
  const isPicture = type.family === 'picture' || type.family === 'drawing';
  const tags: FileTags = isPicture ? await readFileTags(content) : {};
  const { title, caption, alt, licence, drawn, ...own } = rightsIn(tags);
  const slug = slugOf(title.de || title.en || originalName.replace(/\.\w{1,5}$/, ''), 60) || 'datei';
  return addAsset(
    deps,
    actor,
    {
      ...own,
      ...withCommon(own, common),
      slug: untaken(slug, await listTakenSlugs(deps.db, slug)),
      state: 'draft',
      eventId: common.eventId,
      kind: kindFor(type),
      texts: {
        title,
        caption,
        alt,
        licence: licence.de || licence.en ? licence : common.licence,
      },
      source: drawn || type.family === 'drawing' ? 'drawn' : 'captured',
      noEnd: false,
    },
    { content, originalName, traces: tracesIn(tags) },
  );
}

const WORDS = ['creator', 'credit', 'licenceUrl', 'licensor'] as const;

const withCommon = (own: Pick<FileRights, (typeof WORDS)[number]>, common: CommonRights) =>
  Object.fromEntries(WORDS.map((name) => [name, own[name] || common[name]])) as typeof own;

const kindFor = ({ family }: FileType): AssetKind =>
  (({ picture: 'photo', drawing: 'logo', pdf: 'document', audio: 'audio' }) as const)[family];
