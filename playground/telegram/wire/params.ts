import type { UploadedFile } from './multipart';

/** A call's parameters as the server holds them: all text, whatever type they came in. */
export class Params {
  /** As sent, for the record. */
  readonly payload: Readonly<Record<string, unknown>>;

  private readonly files: ReadonlyMap<string, UploadedFile>;

  constructor(
    payload: Readonly<Record<string, unknown>>,
    files: ReadonlyMap<string, UploadedFile> = new Map(),
  ) {
    this.payload = payload;
    this.files = files;
  }

  /** The file a parameter brings: in a part of its own name, or of the name in `attach://<name>`. */
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

  /** What is no number is 0, as on the server. */
  integer(name: string): number {
    const match = /^-?\d+/.exec(this.string(name).trim());
    return match ? Number(match[0]) : 0;
  }

  boolean(name: string): boolean {
    return ['true', '1', 'yes'].includes(this.string(name).trim().toLowerCase());
  }

  /** A structured parameter, which a form sends as JSON text. `undefined` if absent or not JSON. */
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
