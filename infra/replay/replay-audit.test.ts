import type { OrderReference } from '../../shared/domain/common/ids';
import type { CountedPayment } from '../../shared/domain/operations/audit-payment';
import { describeAudit } from './replay-audit';

const payment = { paymentId: 7, reference: 'AbCdEfGhIjKlMnOpQrStUv' } as CountedPayment;

it('names each doubtful payment, its order and what differs', () => {
  const differences = [
    { field: 'orderId', here: 'ours', there: 'shop-17' },
    { field: 'actuallyPaid', here: '40', there: '4' },
  ] as const;
  const doubtful = [
    { payment, differences: 'unknown' as const },
    { payment: { ...payment, paymentId: 8 }, differences },
  ];
  const charge = {
    paymentId: 9,
    reference: payment.reference as OrderReference,
    verdict: 'unlisted',
  } as const;
  expect(describeAudit({ checked: 90, doubtful }, { checked: 3, doubtful: [charge] })).toBe(
    [
      'Payments that count here, asked about at NOWPayments: 90. Unknown there, or different: 2.',
      '  payment 7 of order AbCdEfGhIjKlMnOpQrStUv: NOWPayments does not know it',
      '  payment 8 of order AbCdEfGhIjKlMnOpQrStUv: orderId ours here, shop-17 at NOWPayments; actuallyPaid 40 here, 4 at NOWPayments',
      "Payments in Stars that count here, compared with Telegram's list: 3. Not in it, or different: 1.",
      "  payment 9 of order AbCdEfGhIjKlMnOpQrStUv: it isn't in Telegram's list",
    ].join('\n'),
  );
});
