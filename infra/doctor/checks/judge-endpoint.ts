import type { Look } from '../check';
import { found, sound } from '../check';
import { fault, type Finding } from '../finding';
import type { Probed } from '../probe';

/** A function's door, as it is found from outside. */
export interface Door {
  /** Begins the codes of what is found. */
  readonly code: string;
  readonly target: string;
  /** The variable that says where it is, or what else does. */
  readonly address: string;
  /** The variable that holds the secret which opens it. */
  readonly secret: string;
  /** Whether our own database is away: then a 503 is no news. */
  readonly isDatabaseAway?: boolean;
}

/** Judges how a door answered to who showed the secret, and to who did not. */
export function judgeDoor(door: Door, opened: Probed, strange?: Probed): Look {
  if (!opened.isAnswered) return found(unreachable(door, opened.reason));
  const { status, isOurs } = opened;
  if (status >= 200 && status < 300)
    return strange?.isAnswered && strange.status < 300
      ? found(admitsStrangers(door))
      : sound(strange === undefined ? 'it answers' : 'it lets us in and refuses strangers');
  if (status === 503 && door.isDatabaseAway) return { blockedBy: 'Database' };
  if ((status === 401 || status === 403) && isOurs) return found(refused(door));
  if (status === 401 || status === 403) return found(closed(door, status));
  return found(status >= 500 ? failing(door, status) : elsewhere(door, status));
}

const unreachable = ({ code, target, address }: Door, reason: string): Finding =>
  fault(`${code}.unreachable`, {
    problem: `${target} cannot be reached at ${address}: ${reason}.`,
    remedy: `Check that ${target} is deployed and that ${address} is its address.`,
  });

const admitsStrangers = ({ code, target, address }: Door): Finding =>
  fault(`${code}.admits_strangers`, {
    problem: `What answers at ${address} lets in who does not know the secret, so it is not ${target}.`,
    remedy: `Correct ${address}: it must lead to ${target} itself.`,
  });

const refused = ({ code, target, secret, address }: Door): Finding =>
  fault(`${code}.refused`, {
    problem: `What answers at ${address} refuses our ${secret}.`,
    remedy: `Give ${target} and this machine the same ${secret}, and check that ${address} leads to ${target}.`,
  });

const closed = ({ code, target, address }: Door, status: number): Finding =>
  fault(`${code}.closed`, {
    problem: `Something in front of ${target} answers ${status} at ${address}, so no call reaches the function.`,
    remedy: `Let everybody call ${target} (its IAM policy must give roles/run.invoker to allUsers): it checks callers itself.`,
  });

const failing = ({ code, target, address }: Door, status: number): Finding =>
  fault(`${code}.failing`, {
    problem: `${target} answers ${status} at ${address}.`,
    remedy: `Read the newest lines of ${target}'s log.`,
  });

const elsewhere = ({ code, target, address }: Door, status: number): Finding =>
  fault(`${code}.elsewhere`, {
    problem: `What answers ${status} at ${address} is not ${target}.`,
    remedy: `Set ${address} to the address of ${target}, without any path.`,
  });
