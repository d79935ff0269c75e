import { randomBytes } from 'node:crypto';
import type { OrderReference } from '../../domain/common/ids';

/** A name for an order that nobody can guess: 128 bits. */
export const newReference = (): OrderReference => randomBytes(16).toString('base64url') as OrderReference;
