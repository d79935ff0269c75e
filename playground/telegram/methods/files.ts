import { badRequest } from '../wire/errors';
import type { FileKind, StoredFile } from '../files';
import { formatCaption } from '../html/format-text';
import { readImageSize } from '../image-size';
import type { UploadedFile } from '../wire/multipart';
import type { Params } from '../wire/params';
import type { Content } from '../post-message';
import type { World } from '../world';
import type { Method, Methods } from './context';
import { publish } from './publish';

const MAX_PHOTO_BYTES = 10 * 2 ** 20;
/** https://core.telegram.org/bots/api#getfile */
const MAX_DOWNLOAD_BYTES = 20 * 2 ** 20;
/** The limits of width plus height, and of their ratio. */
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;

const sendPhoto: Method = (context, params) => {
  const found = findFile(context.world, params, 'photo');
  return publish(context, params, () => ({
    ...captionOf(params),
    photo: [photoSizeOf(keep(context.world, found))],
  }));
};

const sendDocument: Method = (context, params) => {
  const found = findFile(context.world, params, 'document');
  return publish(context, params, () => ({
    ...captionOf(params),
    document: documentOf(keep(context.world, found)),
  }));
};

type Found = StoredFile | Pick<StoredFile, 'kind' | 'name' | 'type' | 'bytes'>;

/** Finds the uploaded file, or the known one with this id. Stores nothing, because the chat may still refuse it. */
function findFile(world: World, params: Params, kind: FileKind): Found {
  const uploaded = params.file(kind);
  if (uploaded) return kind === 'photo' ? checkPhoto(uploaded) : checkDocument(uploaded);
  const fileId = params.string(kind);
  if (fileId === '' || fileId.startsWith('attach://')) throw badRequest(`there is no ${kind} in the request`);
  // Refuse every link like a dead one, because the simulator fetches nothing from the network.
  if (/^https?:/i.test(fileId)) throw badRequest('failed to get HTTP URL content');
  const known = world.files.find(fileId);
  if (!known)
    throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  if (known.kind !== kind) throw badRequest(`can't use file of type ${title(known.kind)} as ${title(kind)}`);
  return known;
}

const title = (kind: FileKind) => (kind === 'photo' ? 'Photo' : 'Document');

function checkPhoto({ name, bytes }: UploadedFile): Found {
  checkFilled(bytes);
  if (bytes.length > MAX_PHOTO_BYTES) {
    throw badRequest(`file "${name}" of size ${bytes.length} bytes is too big for a photo`);
  }
  const size = readImageSize(bytes);
  if (!size || size.width === 0 || size.height === 0) throw badRequest('IMAGE_PROCESS_FAILED');
  const [short = 0, long = 0] = [size.width, size.height].sort((a, b) => a - b);
  if (short + long > MAX_PHOTO_SIDES || long > MAX_PHOTO_RATIO * short)
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return { kind: 'photo', name, type: size.type, bytes };
}

function checkDocument({ name, bytes }: UploadedFile): Found {
  checkFilled(bytes);
  return { kind: 'document', name, type: typeOf(name, bytes), bytes };
}

function checkFilled(bytes: Buffer): void {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
};

/** Goes by the file's name, as Telegram does. */
export function typeOf(name: string, bytes: Buffer): string {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  return TYPES[extension] ?? readImageSize(bytes)?.type ?? 'application/octet-stream';
}

const keep = (world: World, file: Found) => ('fileId' in file ? file : world.files.add(file));

function captionOf(params: Params): Content {
  const { text, entities } = formatCaption(params);
  return {
    text: '',
    ...(text !== '' && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
  };
}

/** The photo's own size, because the simulator makes no smaller ones. */
function photoSizeOf({ fileId, uniqueId, bytes }: StoredFile) {
  const { width = 0, height = 0 } = readImageSize(bytes) ?? {};
  return { file_id: fileId, file_unique_id: uniqueId, file_size: bytes.length, width, height };
}

export function documentOf({ fileId, uniqueId, name, type, bytes }: StoredFile) {
  return {
    file_name: name,
    mime_type: type,
    file_id: fileId,
    file_unique_id: uniqueId,
    file_size: bytes.length,
  };
}

/** Prepares a file for the download. The errors are those of telegram-bot-api/Client.cpp. */
const getFile: Method = ({ world }, params) => {
  const fileId = params.string('file_id');
  if (fileId === '') throw badRequest('file_id not specified');
  const file = world.files.find(fileId);
  if (!file) throw badRequest('invalid file_id');
  if (file.bytes.length > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: world.files.openPath(file, world.now()),
  };
};

export const fileMethods: Methods = { sendPhoto, sendDocument, getFile };
