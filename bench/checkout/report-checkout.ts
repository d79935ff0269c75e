import { table } from '../report';
import { formatSpread, judgeAim, percentile, spreadOf } from '../statistics';
import type { CheckoutCost } from './measure-checkout';
import { QUERIES_PER_SECOND } from './queries';

/** Buyers look at a spinner meanwhile. */
const P99_MS = 1_000;

const NAMES: Readonly<Record<CheckoutCost['server'], string>> = {
  function: '`telegramWebhook` as deployed',
  plainHost: '`telegramWebhook` on the plain host',
};

/** How fast `pre_checkout_query` is answered. */
export function checkoutReport(costs: readonly CheckoutCost[]): string {
  const rows = costs.map(({ server, coldMs, ms, cpuMicrosPerQuery }) => {
    const [half, most, worst] = [0.5, 0.99, 1].map((share) => percentile(ms, share).toFixed(1));
    return [
      NAMES[server],
      String(ms.length),
      String(half),
      String(most),
      String(worst),
      judgeAim(percentile(ms, 0.99), { atMost: P99_MS }),
      cpuMicrosPerQuery.toFixed(0),
      formatSpread(spreadOf(coldMs)),
    ];
  });
  return [
    `## A \`pre_checkout_query\`, ${QUERIES_PER_SECOND} a second`,
    'Five times a busy shop, whose buyers confirm 20 payments a second. Sent at this pace, whether or not the earlier ones are answered. Cold: from the spawn of a process to its first answer.',
    table(['server', 'queries', 'p50 ms', 'p99 ms', 'worst ms', 'aim', 'CPU µs/query', 'cold ms'], rows),
  ].join('\n\n');
}
