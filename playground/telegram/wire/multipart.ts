import { badRequest } from './errors';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Form {
  readonly fields: Record<string, string>;
  readonly files: Map<string, UploadedFile>;
}

const BLANK_LINE = Buffer.from('\r\n\r\n');

/** Reads multipart/form-data. A part with a file name is a file, regardless of its content. */
export function parseMultipart(body: Buffer, contentType: string): Form {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('boundary not found in multipart/form-data');
  const form: Form = { fields: {}, files: new Map() };
  for (const part of partsOf(body, Buffer.from(`--${boundary}`))) readPart(part, form);
  return form;
}

function* partsOf(body: Buffer, delimiter: Buffer): Generator<Buffer> {
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    // The line breaks next to the delimiters do not belong to the part.
    if (next >= 0) yield body.subarray(start + delimiter.length + 2, next - 2);
    start = next;
  }
}

function readPart(part: Buffer, { fields, files }: Form): void {
  const end = part.indexOf(BLANK_LINE);
  if (end < 0) throw badRequest('headers of a part of multipart/form-data are not terminated');
  const head = part.subarray(0, end).toString();
  const bytes = part.subarray(end + BLANK_LINE.length);
  const name = /\bname="([^"]*)"/.exec(head)?.[1];
  if (name === undefined) throw badRequest('field name not found in multipart/form-data');
  // grammY omits the quotation marks.
  const file = /\bfilename=(?:"([^"]*)"|([^\r\n]*))/.exec(head);
  if (file) files.set(name, { name: file[1] ?? file[2] ?? '', bytes });
  else fields[name] = bytes.toString();
}
