import type { OrderReference } from '../common/ids';
import type { NewPayment } from './payment';

/** A payment as a rail reports it, with the ids by which its order is found. */
export interface PaymentReport extends NewPayment {
  readonly invoiceId: string | null;
  /** What the provider says the payment is for, as it came. */
  readonly orderId: string | null;
  /** The order, if the rail keeps by itself what each payment is for. */
  readonly reference?: OrderReference | undefined;
  /** The status as it came. */
  readonly rawStatus: string;
}
