import type { IpnHistory, PutAside } from '../../../shared/database/operations/examination';
import type { RemovalsState } from '../../../shared/database/access/removals-switch';
import { fault, warning, type Finding } from '../finding';

/** The scheduler calls the worker each minute. Two failed calls in a row are no reason to worry. */
const LATE_SECONDS = 180;

const minutes = (seconds: number) => `${Math.round(seconds / 60)} min`;

/** Judges whether due promises are performed. Pure. */
export function judgeBacklog(oldestDueSeconds: number | null): Finding[] {
  if (oldestDueSeconds === null || oldestDueSeconds <= LATE_SECONDS) return [];
  return [
    fault('outbox.late', {
      problem: `A promise has been due for ${minutes(oldestDueSeconds)}: nothing wakes the worker.`,
      remedy:
        'Look at what calls the worker each minute (the Cloud Scheduler job, or the host with TICK=on), and at the log of the worker.',
    }),
  ];
}

/** Judges whether NOWPayments sends IPNs. Pure. */
export function judgeIpns({
  paid,
  withoutIpn,
  lastWithoutIpnSeconds,
  lastIpnSeconds,
}: IpnHistory): Finding[] {
  if (withoutIpn === 0 || lastWithoutIpnSeconds === null) return [];
  const problem = `Of ${paid} orders paid within a week, ${withoutIpn} got no IPN and were found only by asking NOWPayments`;
  const remedy =
    'In the settings of your NOWPayments account, see that an IPN secret is set, that it is NOWPAYMENTS_IPN_SECRET, and that the API key belongs to the same account.';
  const isSilent = lastIpnSeconds === null || lastIpnSeconds > lastWithoutIpnSeconds;
  if (isSilent) return [fault('ipn.silent', { problem: `${problem}. No IPN has arrived since.`, remedy })];
  if (withoutIpn * 10 <= paid) return [];
  return [warning('ipn.lossy', { problem: `${problem}.`, remedy })];
}

/** Judges what only a person can resolve. Pure. */
export function judgePutAside({ promises, deliveries, orphans }: PutAside): Finding[] {
  const findings: Finding[] = [];
  if (promises.length > 0)
    findings.push(
      warning('outbox.given_up', {
        problem: `Promises were given up within a week: ${promises.join(', ')}.`,
        remedy: `Find the reason in the log (outbox.failed), fix it, and run npm run replay -- outbox ${String(promises[0])}.`,
      }),
    );
  if (deliveries > 0)
    findings.push(
      warning('inbox.put_aside', {
        problem: `Deliveries were put aside within a week (${deliveries}): they failed too often or could not be read.`,
        remedy:
          'Look at their bodies in inbox.payload (update.parked and ipn.unreadable in the log say which).',
      }),
    );
  if (orphans.length > 0)
    findings.push(
      warning('payments.orphaned', {
        problem: `Money arrived for orders that are not in this database: payments ${orphans.join(', ')}.`,
        remedy: 'Look each up at NOWPayments by its id. Another installation may use the same account.',
      }),
    );
  return findings;
}

/** Judges whether members leave when their access ends. Pure. */
export function judgeRemovals({ removals, setAt, braked }: RemovalsState): Finding[] {
  const findings: Finding[] = [];
  if (removals !== 'on')
    findings.push(
      warning('removals.switched', {
        problem: `Nobody is removed from any channel: the switch for all is ${removals} since ${setAt?.toISOString() ?? 'an unknown time'}.`,
        remedy: 'When all is well again, run npm run channels -- removals on --all.',
      }),
    );
  if (braked.length > 0)
    findings.push(
      warning('removals.braked', {
        problem: `The brake holds removals in ${braked.join(', ')}, because many would leave within an hour.`,
        remedy:
          'If they should not leave, run npm run channels -- removals off --all. Otherwise nothing: a few leave each hour, and the owner can release the brake.',
      }),
    );
  return findings;
}
