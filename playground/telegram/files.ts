import { createHash, randomBytes } from 'node:crypto';

export type FileKind = 'photo' | 'document';

/** An uploaded file. */
export interface StoredFile {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly bytes: Buffer;
}

/** The uploaded files. A file can be sent again by its id. */
export class Files {
  private readonly byId = new Map<string, StoredFile>();

  add(file: Pick<StoredFile, 'kind' | 'name' | 'type' | 'bytes'>): StoredFile {
    const uniqueId = createHash('sha256').update(file.bytes).digest('base64url').slice(0, 16);
    const stored = { ...file, fileId: randomBytes(36).toString('base64url'), uniqueId };
    this.byId.set(stored.fileId, stored);
    return stored;
  }

  find(fileId: string): StoredFile | undefined {
    return this.byId.get(fileId);
  }
}
