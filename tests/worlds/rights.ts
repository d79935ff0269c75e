import { POST, RIGHTS, type BotRights } from '../../shared/telegram/bot-rights';
import { ALL_RIGHTS, type FakeMember } from './update-context';

/** Every status of a user in a channel, and for an administrator every choice of the rights that matter here. */
export const EVERY_MEMBER: readonly FakeMember[] = [
  { status: 'creator' },
  ...Array.from({ length: 2 ** ALL_RIGHTS.length }, (_, chosen) => ({
    status: 'administrator',
    rights: ALL_RIGHTS.filter((__, index) => (chosen & (1 << index)) !== 0),
  })),
  ...['member', 'restricted', 'left', 'kicked'].map((status) => ({ status })),
];

export const describeMember = ({ status, rights }: FakeMember): string =>
  rights === undefined
    ? status
    : `${status} who may ${rights.map((right) => right.slice(4)).join(', ') || 'nothing'}`;

const LABELS: BotRights = { ...RIGHTS.private, ...POST };

/** What Telegram's apps call the rights that a user lacks to use a channel here. `undefined` if no right would help. */
export function lackingIn(
  { status, rights = [] }: FakeMember,
  kind: keyof typeof RIGHTS,
): string[] | undefined {
  if (status === 'creator') return [];
  if (status !== 'administrator') return undefined;
  return Object.keys(RIGHTS[kind])
    .filter((right) => !rights.includes(right))
    .map((right) => String(LABELS[right]));
}
