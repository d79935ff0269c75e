import type { StrangerCosts } from './measure-strangers';
import { table } from './report';
import { formatSpread, judgeAim, pairedRatios, spreadOf } from './statistics';

/** The most CPU that a stranger may cause, in real IPNs. */
const MOST_IPNS = 4;

/** What a body with a forged signature costs at the IPN endpoint. */
export function strangersReport({ realIpn, refused }: StrangerCosts): string {
  const rows = Object.entries(refused).map(([name, costs]) => {
    const ratio = pairedRatios(costs, realIpn);
    return [
      name,
      formatSpread(spreadOf(costs)),
      formatSpread(ratio, 2),
      judgeAim(ratio.median, { atMost: MOST_IPNS }),
    ];
  });
  return [
    '## A forged IPN',
    `CPU of the whole process for a body that is refused, while two secrets are valid. A real \`finished\` IPN costs ` +
      `${formatSpread(spreadOf(realIpn))} µs.`,
    table(['body', 'CPU µs/request', '× a real IPN', 'aim'], rows),
  ].join('\n\n');
}
