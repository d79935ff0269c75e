import { parseSettings, type Settings } from '../deploy/settings/settings';
import {
  diskLine,
  functionsLine,
  instanceLine,
  otherLines,
  queueLine,
  warmLine,
  type Line,
  thousands,
} from './cost-lines';
import { markdownTable } from './generated-tables';

const settingsOf = (given: object): Settings =>
  parseSettings(JSON.stringify({ project: 'any-project', bot_username: 'AnyBot', ...given }), 'the estimate');

/** The months that the runbook estimates. */
const MONTHS: readonly (readonly [payments: number, settings: object, with_: string])[] = [
  [100, { preset: 'small' }, ', with `"preset": "small"`'],
  [100, {}, ''],
  [10_000, {}, ''],
  [1_000_000, {}, ''],
];

/** The cost of a month with this many payments, line by line, in US dollars. */
function monthAt(payments: number, settings: Settings): Line[] {
  return [
    instanceLine(payments, settings),
    diskLine(payments),
    warmLine(settings),
    functionsLine(payments),
    queueLine(payments),
    ...otherLines(payments),
  ];
}

/** The cost of a month with this many payments, in US dollars. */
export const monthlyCost = (payments: number, given: object = {}): number =>
  monthAt(payments, settingsOf(given)).reduce((sum, line) => sum + line.dollars, 0);

const dollars = (value: number): string => `$${value.toFixed(2)}`;

/** The estimate for `infra/README.md`. */
export function costsTable(): string {
  return MONTHS.map(([payments, given, with_]) => {
    const lines = monthAt(payments, settingsOf(given));
    const total = monthlyCost(payments, given);
    const rows = lines.map(({ what, arithmetic, dollars: cost }) => [what, arithmetic, dollars(cost)]);
    const table = markdownTable(
      ['what', 'how it is counted', 'a month'],
      [...rows, ['**all**', `$${(total / payments).toPrecision(2)} a payment`, `**${dollars(total)}**`]],
    );
    return `**${thousands(payments)} payments a month**${with_}\n\n${table}`;
  }).join('\n\n');
}
