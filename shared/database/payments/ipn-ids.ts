import type { OrderReference } from '../../domain/common/ids';

/** The ids of an IPN, kept as they were sent. */
export interface IpnIds {
  readonly paymentId: number;
  readonly invoiceId: string | null;
  readonly orderId: string | null;
}

/** The ids of an IPN by which its order is found. `reference` is the order that its `order_id` names, if it is one of ours. */
export interface NamedIds extends Pick<IpnIds, 'paymentId' | 'invoiceId'> {
  readonly reference: OrderReference | undefined;
  readonly parentPaymentId: number | null;
}
