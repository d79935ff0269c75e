import type { Stack } from '../../../playground/stack';
import { TARGETS } from '../../../playground/stack-types';
import { signIpn } from '../../../shared/nowpayments/ipn-signature';

/** Variables with such names hold secrets, which must not be in a log. */
const SECRET_NAMES = /TOKEN|SECRET|API_KEY|PASSWORD/;

/** Secrets that are recognized by their shape: an IPN signature, an Authorization header. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  'an IPN signature': /\b[0-9a-f]{128}\b/i,
  'an Authorization header': /\bBearer\b/i,
  'a bot token': /\b\d{6,}:[A-Za-z0-9_-]{30,}/,
};

/** Every secret of a stack, with the name by which to report it. */
function secretsOf(stack: Stack): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const target of TARGETS) {
    for (const [name, value] of Object.entries(stack.environment(target))) {
      if (SECRET_NAMES.test(name)) secrets.set(value, name);
      if (name !== 'DATABASE_URL') continue;
      const { password } = new URL(value);
      if (password !== '') secrets.set(decodeURIComponent(password), 'the database password');
    }
  }
  const ipnSecret = stack.environment('paymentIpn')['NOWPAYMENTS_IPN_SECRET'] ?? '';
  for (const { body } of stack.nowpayments.ipns)
    secrets.set(signIpn(body, ipnSecret), 'the signature of an IPN');
  return secrets;
}

/** All lines that the functions of a stack have written so far. */
export const linesOf = ({ functions }: Pick<Stack, 'functions'>): string[] =>
  Object.values(functions)
    .flatMap((running) => running.output().split('\n'))
    .filter((line) => line !== '');

/**
 * Fails if any line shows a secret of the stack, a signature or one of `others` (for example what users wrote). The error
 * names what leaked, without quoting it.
 */
export function assertNoSecrets(
  stack: Stack,
  lines: readonly string[] = linesOf(stack),
  others: readonly string[] = [],
): void {
  const secrets = secretsOf(stack);
  const leaks = new Set<string>();
  for (const line of lines) {
    for (const [value, name] of secrets) if (value !== '' && line.includes(value)) leaks.add(name);
    for (const [name, shape] of Object.entries(SHAPES)) if (shape.test(line)) leaks.add(name);
    for (const [n, text] of others.entries()) if (line.includes(text)) leaks.add(`text ${n}`);
  }
  expect([...leaks]).toEqual([]);
}
