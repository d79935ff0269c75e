import { randomFrom, shuffled } from '../journeys/support/random';
import type { Posting } from './actions';
import type { BuyerRun, RecordedIpn } from './buyer-run';
import type { Ipn } from './ledger';

/**
 * Makes something happen at NOWPayments and returns its IPNs. None of them arrives by itself, because the simulator drops
 * them or sends them to a closed port.
 */
export async function collect(run: BuyerRun, play: () => Promise<unknown>): Promise<RecordedIpn[]> {
  const all = run.model.world.nowpayments.ipns;
  const before = all.length;
  // It may be impossible (too little for the coin, nothing to refund). Then nothing happens.
  await play().catch(() => undefined);
  const mine = `PGP-${run.buyer.id}|`;
  const ipns = all
    .slice(before)
    .map(({ body }) => ({ body, ipn: JSON.parse(body) as Ipn }))
    .filter(({ ipn }) => ipn.order_id.startsWith(mine));
  for (const { ipn } of ipns) run.ledger.record(ipn);
  return ipns;
}

/** Delivers an IPN to our function. Without a 200 it is held again, as NOWPayments would retry it. */
async function deliver(run: BuyerRun, recorded: RecordedIpn): Promise<void> {
  const { world, ipnUrl } = run.model;
  const answer = await world.nowpayments
    .sendIpn(recorded.body, { url: ipnUrl })
    .catch(() => ({ status: 503 }));
  if (answer.status === 200) {
    run.sent.push(recorded);
    run.ledger.acknowledge(recorded.ipn);
    return;
  }
  if (answer.status < 500) throw new Error(`an authentic IPN was answered ${answer.status}`);
  run.held.push(recorded);
}

async function deliverAll(run: BuyerRun, ipns: readonly RecordedIpn[], isAtOnce: boolean): Promise<void> {
  if (isAtOnce) await Promise.all(ipns.map((each) => deliver(run, each)));
  else for (const each of ipns) await deliver(run, each);
}

function chosen(ipns: readonly RecordedIpn[], { keep, order, seed }: Posting): readonly RecordedIpn[] {
  const random = randomFrom(seed);
  const last = ipns.slice(-1);
  const kept = {
    all: () => ipns,
    last: () => last,
    none: () => [],
    some: () => ipns.filter(() => random() < 0.5),
  }[keep]();
  return { as_sent: () => kept, reversed: () => kept.toReversed(), shuffled: () => shuffled(kept, random) }[
    order
  ]();
}

/** Delivers the IPNs that the posting chooses, and holds the others. */
export async function post(run: BuyerRun, ipns: readonly RecordedIpn[], posting: Posting): Promise<void> {
  const now = chosen(ipns, posting);
  run.held.push(...ipns.filter((each) => !now.includes(each)));
  await deliverAll(run, posting.isTwice ? [...now, ...now] : now, posting.isAtOnce);
}

/** Delivers some of the held IPNs. */
export async function postHeld(run: BuyerRun, posting: Posting): Promise<void> {
  const ipns = run.held;
  run.held = [];
  await post(run, ipns, posting);
}

/** Delivers some IPNs again that had arrived before, all at once. */
export async function repeat(run: BuyerRun, { times, seed }: { times: number; seed: number }): Promise<void> {
  const again = shuffled(run.sent, randomFrom(seed)).slice(0, times);
  const { world, ipnUrl } = run.model;
  await Promise.allSettled(again.map(({ body }) => world.nowpayments.sendIpn(body, { url: ipnUrl })));
}
