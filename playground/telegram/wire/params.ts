import type { UploadedFile } from './multipart';

/** The parameters of a call. They are read as text, whatever type they were sent as, like on the server. */
export class Params {
  /** As sent, for the record of calls. */
  readonly payload: Readonly<Record<string, unknown>>;

  private readonly files: ReadonlyMap<string, UploadedFile>;

  constructor(
    payload: Readonly<Record<string, unknown>>,
    files: ReadonlyMap<string, UploadedFile> = new Map(),
  ) {
    this.payload = payload;
    this.files = files;
  }

  /** The file of a parameter: the part with its name, or with the name in `attach://<name>`. */
  file(name: string): UploadedFile | undefined {
    const attached = /^attach:\/\/(.+)$/.exec(this.string(name))?.[1];
    return this.files.get(attached ?? name);
  }

  has(name: string): boolean {
    return this.payload[name] !== undefined && this.payload[name] !== null;
  }

  string(name: string): string {
    const value = this.payload[name];
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** 0 for anything but a number, as on the server. */
  integer(name: string): number {
    const match = /^-?\d+/.exec(this.string(name).trim());
    return match ? Number(match[0]) : 0;
  }

  boolean(name: string): boolean {
    return ['true', '1', 'yes'].includes(this.string(name).trim().toLowerCase());
  }

  /** A structured parameter, which a form sends as JSON text. `undefined` if it is absent or malformed. */
  json(name: string): unknown {
    const value = this.payload[name];
    if (typeof value !== 'string') return value ?? undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return undefined;
    }
  }
}
