import type { Database } from '../../database/connection/pool';
import type { EffectRows } from '../common/effect-row';
import { sendDigest } from './send-digest';

export const reportEffects = {
  send_digest: { perform: sendDigest },
} satisfies EffectRows<{ readonly database: Database }>;
