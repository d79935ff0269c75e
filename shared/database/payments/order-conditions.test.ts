import { useTestDatabase } from '../../../tests/support/test-database';
import { hangs, hasMoneyUnderWay, wasSeen } from '../../domain/payments/clock/hanging';
import { MONEY, type Payment } from '../../domain/payments/payment';
import type { PaymentStatus } from '../../domain/payments/payment-status';
import { isHanging, isUnderWay, isMoneySeen } from './order-conditions';

const test = useTestDatabase();

const CASES = (Object.keys(MONEY) as PaymentStatus[]).flatMap((paymentStatus) =>
  [null, '0', '0.5'].flatMap((actuallyPaid) =>
    [false, true].map((isHung) => ({ paymentStatus, actuallyPaid, isHung })),
  ),
);

it.each(CASES)(
  'knows the money of $paymentStatus, $actuallyPaid, $isHung as the domain does',
  async (given) => {
    const { paymentStatus, actuallyPaid, isHung } = given;
    const payment = { paymentStatus, actuallyPaid, isHanging: isHung } as Payment;
    const [row] = await test.database.query(
      (sql) => sql`
      select ${isMoneySeen(sql)} as seen, ${isHanging(sql)} as hangs, ${isUnderWay(sql)} as "isUnderWay"
      from (select ${paymentStatus}::text as payment_status, ${actuallyPaid}::numeric as actually_paid,
        case when ${isHung} then app_now() end as hanging_since) p`,
    );
    expect(row).toEqual({
      seen: wasSeen(payment),
      hangs: hangs(payment),
      isUnderWay: hasMoneyUnderWay(payment) && !hangs(payment),
    });
  },
);

it.each([
  ['unknown', '0', { seen: false, underWay: false }],
  ['unknown', '1', { seen: true, underWay: true }],
  ['waiting', '0', { seen: false, underWay: false }],
  ['waiting', '1', { seen: true, underWay: true }],
  ['confirming', '0', { seen: true, underWay: true }],
  ['sending', '0', { seen: true, underWay: true }],
  ['failed', '0', { seen: false, underWay: false }],
  ['failed', '1', { seen: true, underWay: false }],
  ['finished', '0', { seen: true, underWay: false }],
] as const)('says of %s with %s what became of the money', (paymentStatus, actuallyPaid, expected) => {
  const payment = { paymentStatus, actuallyPaid } as Payment;
  expect({ seen: wasSeen(payment), underWay: hasMoneyUnderWay(payment) }).toEqual(expected);
});
