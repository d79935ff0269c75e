import { createHash, randomBytes } from 'node:crypto';
import { HOUR_MS } from '../../shared/domain/common/time';

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

interface Download {
  readonly file: StoredFile;
  /** Epoch ms. */
  readonly until: number;
}

/** The uploaded files. A file can be sent again by its id. */
export class Files {
  private readonly byId = new Map<string, StoredFile>();
  private readonly byPath = new Map<string, Download>();

  add(file: Pick<StoredFile, 'kind' | 'name' | 'type' | 'bytes'>): StoredFile {
    const uniqueId = createHash('sha256').update(file.bytes).digest('base64url').slice(0, 16);
    const stored = { ...file, fileId: randomBytes(36).toString('base64url'), uniqueId };
    this.byId.set(stored.fileId, stored);
    return stored;
  }

  find(fileId: string): StoredFile | undefined {
    return this.byId.get(fileId);
  }

  /** Makes a path under which the bot may download a file. Telegram keeps it for at least an hour: exactly one here. */
  openPath(file: StoredFile, now: number): string {
    const extension = /\.\w{1,8}$/.exec(file.name)?.[0] ?? '';
    const path = `${file.kind}s/file_${this.byPath.size}${extension}`;
    this.byPath.set(path, { file, until: now + HOUR_MS });
    return path;
  }

  findByPath(path: string, now: number): StoredFile | undefined {
    const found = this.byPath.get(path);
    return found && found.until > now ? found.file : undefined;
  }
}
