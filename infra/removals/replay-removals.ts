import { listRemoved } from '../../shared/database/access/removed-members';
import type { Database } from '../../shared/database/connection/pool';
import { isForEver } from '../../shared/domain/common/for-ever';
import { fateOf, type RemovalFate, type RemovedMember } from '../../shared/domain/access/undo-removal';
import { undoRemovals } from '../../shared/services/operations/undo-removals';
import { UsageError } from '../arguments';
import { isConfirmed } from '../confirm';
import { instantIn } from '../replay/replay-since';
import { onDatabase, type Given, type Told } from '../run-command';
import type { Work } from '../subcommands';

const iso = (ms: number): string => new Date(ms).toISOString();

const FATES: Readonly<Record<RemovalFate, (member: RemovedMember) => string>> = {
  owed: ({ paidUntil }) =>
    `has access ${isForEver(paidUntil) ? 'for ever' : `until ${iso(paidUntil ?? 0)}`} and is out`,
  missed: ({ paidUntil }) =>
    `had access until ${iso(paidUntil ?? 0)}, which is over now; their owner can give days`,
  ended: () => 'has no access',
  banned: () => 'is banned',
  inside: () => 'is in again',
  invited: () => 'has a link, or gets one',
};

const CAUSES: Readonly<Record<string, string>> = {
  expired: 'their access had ended',
  refunded: 'their money was returned',
  ended_by_owner: 'the owner ended their access',
  banned: 'the owner banned them',
};

function describeMember(member: RemovedMember): string {
  const { removedAt, title, openChannelId, userId, username, cause, reference } = member;
  const name = username === null ? String(userId) : `${userId} @${username}`;
  const why = CAUSES[cause ?? ''] ?? 'no cause was recorded';
  const paid = reference === null ? 'never paid' : `order ${reference}`;
  return `  ${iso(removedAt)}  ${title} (${openChannelId})  user ${name}: removed because ${why}; ${paid}; ${FATES[fateOf(member)](member)}`;
}

/** The report for the operator. */
function describeRemoved(removed: readonly RemovedMember[]): string {
  const many = (fate: RemovalFate) => removed.filter((member) => fateOf(member) === fate).length;
  const rest = many('banned') + many('inside') + many('invited');
  return [
    ...removed.map(describeMember),
    `Removed: ${removed.length}. They have access and are out: ${many('owed')}. Had paid, and it is over now: ${many('missed')}. ` +
      `Had no access: ${many('ended')}. Banned, in again, or with a link: ${rest}.`,
  ].join('\n');
}

interface Undoing {
  readonly isUndone: boolean;
  readonly isAgreed: boolean;
}

async function run(database: Database, since: Date, { isUndone, isAgreed }: Undoing): Promise<Told> {
  const removed = await listRemoved(database, since);
  const report = describeRemoved(removed);
  const owed = removed.filter((member) => fateOf(member) === 'owed');
  if (!isUndone || owed.length === 0) return report;
  console.log(report);
  const question = `Send a link to the ${owed.length} who have access and are out?`;
  if (!isAgreed && !(await isConfirmed(question))) return 'Nothing was sent.';
  const undone = await undoRemovals(database, owed, {
    onBatch: (done) => void process.stderr.write(`${done} of ${owed.length}\n`),
  });
  return `The worker sends ${undone} links, five a second. Run the command again to see who is in.`;
}

/** `npm run replay -- removals --since TIME`, with `--undo`. */
export function prepareRemovals(
  _: string,
  flags: ReadonlySet<string>,
  { values: { since } }: Pick<Given, 'values'>,
): Work {
  if (since === undefined) throw new UsageError('Add --since TIME, such as --since 2026-10-01T12:00:00Z.');
  if (flags.has('yes') && !flags.has('undo')) throw new UsageError('--yes needs --undo.');
  const instant = instantIn(since);
  const undoing = { isUndone: flags.has('undo'), isAgreed: flags.has('yes') };
  return onDatabase((database) => run(database, instant, undoing));
}
