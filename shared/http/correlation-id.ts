import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,128}$/;

export const CORRELATION_HEADER = 'X-Correlation-Id';

/** The sender's correlation id if it is fit for a log line and a header, otherwise a new one. */
export function correlationIdFrom(sent: string | string[] | undefined): string {
  return typeof sent === 'string' && WELL_FORMED.test(sent) ? sent : randomUUID();
}
