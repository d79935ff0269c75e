import * as z from 'zod';
import { warning, type Finding } from '../finding';

/** Addresses of nobody: https://www.rfc-editor.org/rfc/rfc5737. More than anybody has proxies. */
const MARKS: readonly string[] = Array.from({ length: 9 }, (_, n) => `192.0.2.${n + 1}`);

/** What a sender writes who wants to be counted for another address. */
export const MARKED = { 'X-Forwarded-For': MARKS.join(', ') };

const Answer = z.object({ client_address: z.string() });

/** Returns the address that health counted; `undefined` if it is of an earlier release. */
function countedIn(text: string): string | undefined {
  try {
    return Answer.safeParse(JSON.parse(text)).data?.client_address;
  } catch {
    return undefined;
  }
}

/** Judges the answer of `/status` to `MARKED`: each proxy that is counted and not there leads one mark further to the left. */
export function judgeHops(text: string): Finding[] {
  const counted = countedIn(text);
  if (counted === undefined || !MARKS.includes(counted)) return [];
  const tooMany = MARKS.length - MARKS.indexOf(counted);
  return [
    warning('health.trusts_sender', {
      problem: `TRUSTED_PROXY_HOPS is too high by ${tooMany}, so a sender chooses the address that is checked against ALLOWED_IPS and counted for the rate limit.`,
      remedy: `Lower TRUSTED_PROXY_HOPS of health and notificationWebhook by ${tooMany}: it is the number of proxies in front of them.`,
    }),
  ];
}
