import { GrammyError, HttpError } from 'grammy/web';
import { httpFetch } from '../http-client';
import type { Api } from './api';

/** A bot gets larger files from no one: https://core.telegram.org/bots/api#getfile */
export const MAX_DOWNLOAD_BYTES = 20 * 2 ** 20;

/** The time that a download of so much may take, below the lease of an outbox entry. */
const TIMEOUT_MS = 30_000;

/** Telegram doesn't give the bot a file, and asking again is no use. `too_big`: it is above `MAX_DOWNLOAD_BYTES`. */
export class FileNotGiven extends Error {
  readonly because: 'too_big' | 'not_given';

  constructor(because: FileNotGiven['because']) {
    super(`Telegram doesn't give the file: ${because}`);
    this.because = because;
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  throw new FileNotGiven(/too big/i.test(error.description) ? 'too_big' : 'not_given');
}

/** What was downloaded must not grow beyond what Telegram promises. */
async function readWithin(body: AsyncIterable<Uint8Array>): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_DOWNLOAD_BYTES) throw new FileNotGiven('too_big');
    chunks.push(Buffer.from(chunk));
  }
  return chunks;
}

/**
 * Downloads a file that a user sent. The path is valid for an hour, so each attempt asks for a new one. Throws `FileNotGiven`, and
 * otherwise what the Bot API throws; no error names the address, because the token is in it.
 */
export async function downloadFile(
  api: Pick<Api, 'getFile' | 'token' | 'options'>,
  fileId: string,
): Promise<readonly Buffer[]> {
  const { file_path: path = '' } = await api.getFile(fileId).catch(refuse);
  const root = api.options?.apiRoot ?? 'https://api.telegram.org';
  try {
    const answer = await httpFetch(`${root}/file/bot${api.token}/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok || answer.body === null) throw new Error(`status ${answer.status}`);
    return await readWithin(answer.body);
  } catch (error) {
    if (error instanceof FileNotGiven) throw error;
    const reason = error instanceof Error ? error.message.replaceAll(api.token, '…') : 'unknown';
    throw new HttpError("Network request for 'file' failed!", new Error(reason));
  }
}
