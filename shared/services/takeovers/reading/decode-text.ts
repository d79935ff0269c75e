import { TextDecoder } from 'node:util';
import { UnreadableList } from './unreadable-list';

/** The first bytes of .xlsx and .ods files, which are archives, of .xls files and of PDF. */
const SPREADSHEETS = ['PK\x03\x04', '\xD0\xCF\x11\xE0', '%PDF'];

function encodingOf(start: Buffer): string {
  const head = start.toString('latin1', 0, 4);
  if (SPREADSHEETS.some((mark) => head.startsWith(mark))) throw new UnreadableList('spreadsheet');
  if (head.startsWith('\xFF\xFE')) return 'utf-16le';
  return head.startsWith('\xFE\xFF') ? 'utf-16be' : 'utf-8';
}

/** Decodes a text in UTF-8, or in UTF-16 with a byte order mark. Throws `UnreadableList` for anything else. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const decode = (chunk?: Uint8Array): string => {
    try {
      const text = decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
      if (!text.includes('\0')) return text;
    } catch (error) {
      throw Object.assign(new UnreadableList('not_text'), { cause: error });
    }
    throw new UnreadableList('not_text');
  };
  // A chunk may be shorter than a mark.
  let start = Buffer.alloc(0);
  for await (const chunk of chunks) {
    start = Buffer.concat([start, chunk]);
    if (decoder === undefined && start.length < 4) continue;
    decoder ??= new TextDecoder(encodingOf(start), { fatal: true });
    yield decode(start);
    start = Buffer.alloc(0);
  }
  decoder ??= new TextDecoder(encodingOf(start), { fatal: true });
  yield decode(start) + decode();
}
