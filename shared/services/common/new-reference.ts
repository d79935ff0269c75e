import { randomBytes } from 'node:crypto';
import type { OrderReference } from '../../domain/common/ids';

/** An unguessable order reference: 128 random bits. */
export const newReference = (): OrderReference => randomBytes(16).toString('base64url') as OrderReference;
