import { randomFrom, shuffled } from '../journeys/support/world';
import type { Posting } from './actions';
import type { BuyerRun, Letter } from './buyer-run';
import type { Ipn } from './ledger';

/**
 * Plays something at NOWPayments and keeps the IPNs it leads to: NOWPayments writes every one and none of them arrives,
 * for all is dropped or sent to a closed door.
 */
export async function collect(lane: BuyerRun, play: () => Promise<unknown>): Promise<Letter[]> {
  const { ipns } = lane.model.world.nowpayments;
  const before = ipns.length;
  // What cannot be done as things are (too little for a coin, nothing to refund) is not done.
  await play().catch(() => undefined);
  const mine = `PGP-${lane.buyer.id}|`;
  const letters = ipns
    .slice(before)
    .map(({ body }) => ({ body, ipn: JSON.parse(body) as Ipn }))
    .filter(({ ipn }) => ipn.order_id.startsWith(mine));
  for (const { ipn } of letters) lane.ledger.note(ipn);
  return letters;
}

/** Takes an IPN to our function. What is not answered stays with the post, as NOWPayments would send it again. */
async function deliver(lane: BuyerRun, letter: Letter): Promise<void> {
  const { world, ipnUrl } = lane.model;
  const answer = await world.nowpayments.sendIpn(letter.body, { url: ipnUrl }).catch(() => ({ status: 503 }));
  if (answer.status === 200) {
    lane.sent.push(letter);
    lane.ledger.tell(letter.ipn);
    return;
  }
  if (answer.status < 500) throw new Error(`an authentic IPN was answered ${answer.status}`);
  lane.held.push(letter);
}

async function deliverAll(lane: BuyerRun, letters: readonly Letter[], isAtOnce: boolean): Promise<void> {
  if (isAtOnce) await Promise.all(letters.map((letter) => deliver(lane, letter)));
  else for (const letter of letters) await deliver(lane, letter);
}

function chosen(letters: readonly Letter[], { keep, order, seed }: Posting): readonly Letter[] {
  const random = randomFrom(seed);
  const last = letters.slice(-1);
  const kept = {
    all: () => letters,
    last: () => last,
    none: () => [],
    some: () => letters.filter(() => random() < 0.5),
  }[keep]();
  return { as_sent: () => kept, reversed: () => kept.toReversed(), shuffled: () => shuffled(kept, random) }[
    order
  ]();
}

/** Delivers what a posting says of some IPNs, and holds the others. */
export async function post(lane: BuyerRun, letters: readonly Letter[], posting: Posting): Promise<void> {
  const now = chosen(letters, posting);
  lane.held.push(...letters.filter((letter) => !now.includes(letter)));
  await deliverAll(lane, posting.isTwice ? [...now, ...now] : now, posting.isAtOnce);
}

/** Delivers some of what was held. */
export async function postHeld(lane: BuyerRun, posting: Posting): Promise<void> {
  const letters = lane.held;
  lane.held = [];
  await post(lane, letters, posting);
}

/** Delivers some of what came before once more, all at once. */
export async function repeat(
  lane: BuyerRun,
  { times, seed }: { times: number; seed: number },
): Promise<void> {
  const again = shuffled(lane.sent, randomFrom(seed)).slice(0, times);
  const { world, ipnUrl } = lane.model;
  await Promise.allSettled(again.map(({ body }) => world.nowpayments.sendIpn(body, { url: ipnUrl })));
}
