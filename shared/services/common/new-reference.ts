import { randomBytes } from 'node:crypto';
import type { OrderReference } from '../../domain/common/ids';

/**
 * An unguessable order reference of almost 128 random bits. Begins with a letter or digit, because a command takes a leading
 * `-` for an option, and a spreadsheet takes it for a formula.
 */
export function newReference(): OrderReference {
  for (;;) {
    const reference = randomBytes(16).toString('base64url');
    if (/^[A-Za-z0-9]/.test(reference)) return reference as OrderReference;
  }
}
