import type { Cents, OpenChannelId, OrderReference } from '../../../domain/common/ids';
import type { MyOrder } from '../../../domain/messages/offer';
import type { OrderState } from '../../../domain/payments/payment';
import { holdsMoney } from '../../../domain/payments/invoices/order-progress';
import { viewOf } from '..';

const STATES = Object.keys({
  open: 0,
  cancelled: 0,
  refused: 0,
  settled: 0,
  refunded: 0,
} satisfies Record<OrderState, 0>) as OrderState[];
const ALWAYS = ['✉️ Write to the owner', '« My subscriptions'];
const openChannelId = -1001234567890 as OpenChannelId;
const access = { kind: 'subscription', tierName: 'Gold', days: 30 } as const;
const part = 1000 as Cents;

const orderOf = (of: Partial<MyOrder>): MyOrder => ({
  reference: 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference,
  title: 'Alpha',
  item: access,
  amountCents: 3000 as Cents,
  openChannelId,
  state: 'open',
  isOnOffer: true,
  ...of,
});

/** The first line of an order's story, and its buttons. */
function storyOf(order: MyOrder) {
  const { text, keyboard } = viewOf({ type: 'order_story', ...order, events: [] });
  const [heading = ''] = text.text.replace(/<[^>]*>/g, '').split('\n');
  const buttons = (keyboard?.inline_keyboard ?? []).flat().map((each) => each.text);
  return {
    state: heading.split(': ')[1],
    actions: buttons.filter((each) => !ALWAYS.includes(each)),
    buttons,
  };
}

const PAY = '💳 Pay now: $30.00';
const REST = '💳 Pay the rest: $20.00';
const CANCEL = '✕ Cancel';
const OFFER = '💎 See the offer';
const IN = ['💎 Renew', '🔓 Open channel'];
const BACK = ['💎 Come back'];
const GIVE = ['💝 Donate again'];
const donation = { item: { kind: 'donation' } } as const;
const mayCancel = { isCancellable: true } as const;

it.each<[string, string, Partial<MyOrder>, readonly string[]]>([
  ['open', 'waiting for payment', mayCancel, [PAY, CANCEL]],
  ['expired', 'not paid, invoice expired', { ...mayCancel, isExpired: true }, [PAY, CANCEL]],
  [
    'expired, no longer sold',
    'not paid, invoice expired',
    { ...mayCancel, isExpired: true, isOnOffer: false },
    [CANCEL, OFFER],
  ],
  ['being confirmed', 'your payment is being confirmed', { isPending: true }, []],
  ['paid in part', '$10.00 of $30.00 arrived', { receivedCents: part }, [REST]],
  [
    'paid in part, the rest refused',
    '$10.00 of $30.00 arrived, the owner will decide',
    { receivedCents: part, isRestRefused: true },
    [],
  ],
  ['undecided', 'the owner will decide about your payment', { isParked: true }, []],
  [
    'unconfirmed for a week',
    "your payment hasn't been confirmed for a week",
    { ...mayCancel, isHanging: true },
    [PAY, CANCEL],
  ],
  ['cancelled', 'cancelled', { state: 'cancelled' }, [OFFER]],
  [
    'cancelled, paid in part',
    'cancelled; $10.00 of $30.00 arrived, the owner will decide',
    { state: 'cancelled', receivedCents: part },
    [REST],
  ],
  ['cancelled by a member', 'cancelled', { state: 'cancelled', hasAccess: true }, IN],
  ['without an invoice', 'no invoice could be created', { state: 'refused' }, [OFFER]],
  ['paid, in', 'paid, thank you', { state: 'settled', hasAccess: true }, IN],
  ['paid, over', 'paid, thank you', { state: 'settled' }, BACK],
  [
    'paid, more undecided',
    'paid, thank you; the owner will decide about another payment',
    { state: 'settled', hasAccess: true, isParked: true },
    IN,
  ],
  ['refunded', 'refunded', { state: 'refunded' }, [OFFER]],
  ['paid by a banned buyer', 'paid, thank you', { state: 'settled', openChannelId: null }, []],
  ['a donation that is open', 'waiting for payment', { ...donation, ...mayCancel }, [PAY, CANCEL]],
  ['a donation that is paid', 'paid, thank you', { ...donation, state: 'settled' }, GIVE],
  ['a donation that was cancelled', 'cancelled', { ...donation, state: 'cancelled' }, GIVE],
  ['a donation that is refunded', 'refunded', { ...donation, state: 'refunded' }, GIVE],
])('says and offers what can be done about an order: %s', (_what, state, order, actions) => {
  expect(storyOf(orderOf(order))).toMatchObject({ state, actions });
});

it('offers no dead end in any state of an order', () => {
  const flags = [
    'isParked',
    'isPending',
    'isHanging',
    'isExpired',
    'isRestRefused',
    'isOnOffer',
    'hasAccess',
  ] as const;
  for (const state of STATES)
    for (const item of [access, donation.item])
      for (const receivedCents of [0 as Cents, part])
        for (let chosen = 0; chosen < 2 ** flags.length; chosen += 1) {
          const set = Object.fromEntries(flags.map((flag, bit) => [flag, (chosen >> bit) % 2 === 1]));
          const order = orderOf({ item, state, receivedCents, ...set });
          const { actions, buttons } = storyOf(order);
          expect(buttons).toEqual(expect.arrayContaining(ALWAYS));
          // While money waits for its owner or the chain, there is nothing to do but write.
          if (!holdsMoney(order)) expect([order, actions.length]).not.toEqual([order, 0]);
        }
});

it('offers nothing new about an order that an older version told', () => {
  const told: MyOrder = {
    reference: 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference,
    title: 'Alpha',
    item: access,
    amountCents: 3000 as Cents,
    state: 'settled',
  };
  expect(storyOf(told).actions).toEqual([]);
});
