import type { Look } from '../check';
import { found, sound } from '../check';
import { fault, type Finding } from '../finding';
import type { Probed } from '../probe';

/** A function's endpoint, as seen from outside. */
export interface Endpoint {
  /** The start of the codes of its findings. */
  readonly code: string;
  readonly target: string;
  /** The variable with its address, or another name for the address. */
  readonly address: string;
  /** The variable with the secret that its callers need. */
  readonly secret: string;
  /** Whether the Database check failed, which already explains a 503. */
  readonly isDatabaseAway?: boolean;
}

/** Judges the endpoint's answers to a caller with the secret (`opened`) and to one without it (`strange`). */
export function judgeEndpoint(endpoint: Endpoint, opened: Probed, strange?: Probed): Look {
  if (!opened.isAnswered) return found(unreachable(endpoint, opened.reason));
  const { status, isOurs } = opened;
  if (status >= 200 && status < 300)
    return strange?.isAnswered && strange.status < 300
      ? found(admitsStrangers(endpoint))
      : sound(strange === undefined ? 'it answers' : 'it accepts our secret and refuses strangers');
  if (status === 503 && endpoint.isDatabaseAway) return { blockedBy: 'Database' };
  if ((status === 401 || status === 403) && isOurs) return found(refused(endpoint));
  if (status === 401 || status === 403) return found(closed(endpoint, status));
  return found(status >= 500 ? failing(endpoint, status) : elsewhere(endpoint, status));
}

const unreachable = ({ code, target, address }: Endpoint, reason: string): Finding =>
  fault(`${code}.unreachable`, {
    problem: `${target} cannot be reached at ${address}: ${reason}.`,
    remedy: `Check that ${target} is deployed and that ${address} is its address.`,
  });

const admitsStrangers = ({ code, target, address }: Endpoint): Finding =>
  fault(`${code}.admits_strangers`, {
    problem: `The server at ${address} accepts callers without the secret, so it is not ${target}.`,
    remedy: `Correct ${address}: it must lead to ${target} itself.`,
  });

const refused = ({ code, target, secret, address }: Endpoint): Finding =>
  fault(`${code}.refused`, {
    problem: `The server at ${address} refuses our ${secret}.`,
    remedy: `Give ${target} and this machine the same ${secret}, and check that ${address} leads to ${target}.`,
  });

/** Both ways in which Cloud Run lets callers without a Google account through, and what else can refuse them elsewhere. */
export const letEveryoneCall = (target: string): string =>
  `Let everyone call ${target}, because it checks callers itself. On Google Cloud, give roles/run.invoker to allUsers, or, if your organization's policy forbids that, set "public": "no_iam_check" in deploy.json; then deploy. On a server of your own, look at the proxy and the firewall in front of it.`;

const closed = ({ code, target, address }: Endpoint, status: number): Finding =>
  fault(`${code}.closed`, {
    problem: `Something in front of ${target} answers ${status} at ${address}, so no call reaches the function.`,
    remedy: letEveryoneCall(target),
  });

const failing = ({ code, target, address }: Endpoint, status: number): Finding =>
  fault(`${code}.failing`, {
    problem: `${target} answers ${status} at ${address}.`,
    remedy: `Read the newest lines of ${target}'s log.`,
  });

const elsewhere = ({ code, target, address }: Endpoint, status: number): Finding =>
  fault(`${code}.elsewhere`, {
    problem: `The server at ${address} answers ${status}, so it is not ${target}.`,
    remedy: `Set ${address} to the address of ${target}, without any path.`,
  });
