import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../domain/common/language';

/**
 * Reads the catalog of a room: `locales/<language>/<room>.ftl`, beside this file or beside the bundle, where the build puts it.
 * `undefined` if the language has no such catalog.
 */
export function readCatalog(language: Language, room: string): string | undefined {
  try {
    return readFileSync(join(__dirname, 'locales', language, `${room}.ftl`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
