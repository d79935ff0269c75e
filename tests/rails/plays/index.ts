import type { ScenarioId } from '../../../infra/documents/rails/scenarios';
import type { RailName } from '../../../shared/domain/common/rails';
import type { Play } from '../play';
import * as amounts from './amounts';
import * as bothRails from './both-rails';
import * as making from './making';
import * as orders from './orders';
import * as refunds from './refunds';
import * as reports from './reports';
import * as shops from './shops';
import * as stars from './stars';

type Plays = Readonly<Partial<Record<ScenarioId, Play>>>;

/** The scenarios that every rail plays in the same way. */
const SHARED: Plays = {
  exact: amounts.exact,
  settled_already: orders.settledAlready,
  two_devices: orders.twoDevices,
  duplicate: reports.duplicate,
  reordered: reports.reordered,
  lost: reports.lost,
  forged: reports.forged,
  replayed: reports.replayed,
  other_price: reports.otherPrice,
  unknown_order: reports.unknownOrder,
  unreadable: reports.unreadable,
  refund_unasked: refunds.refundUnasked,
  refund_repeated: refunds.refundRepeated,
  slow: making.slow,
  down: making.down,
  answer_lost: making.answerLost,
  limited: making.limited,
  lying: reports.lying,
  crash_ordering: making.crashOrdering,
  crash_making: making.crashMaking,
  crash_paid: making.crashPaid,
  crash_granting: making.crashGranting,
  crash_refund: refunds.crashRefund,
  crash_refunding: refunds.crashRefunding,
  renewal: shops.renewal,
  renewal_late: shops.renewalLate,
  price_changed: orders.priceChanged,
  without_rights: shops.withoutRights,
  donation: shops.donation,
};

/** How each rail plays each scenario. */
export const PLAYS: Readonly<Record<RailName, Plays>> = {
  nowpayments: {
    ...SHARED,
    part: amounts.part,
    two_parts: amounts.twoParts,
    over: amounts.over,
    late: amounts.late,
    repeated: amounts.repeated,
    wrong_asset: amounts.wrongAsset,
    somebody_else: amounts.somebodyElse,
    old_price: orders.oldPrice,
    closed: orders.closed,
    refund_by_us: refunds.refundByUs,
    paused: shops.paused,
    banned: shops.banned,
    donation_twice: shops.donationTwice,
    both_rails: bothRails.coinsThenStars,
  },
  stars: {
    ...SHARED,
    late: stars.late,
    somebody_else: stars.somebodyElse,
    old_price: stars.oldPrice,
    closed: stars.closed,
    settled_already: stars.settledAlready,
    reordered: stars.reordered,
    lying: stars.lying,
    refund_by_us: refunds.refundByUs,
    refund_fails: stars.refundFails,
    charged_back: stars.chargedBack,
    slow: stars.slow,
    renewal: stars.renewal,
    renewal_failed: stars.renewalFailed,
    renewal_late: stars.renewalLate,
    cancel_renewal: stars.cancelRenewal,
    paused: stars.paused,
    banned: stars.banned,
    without_rights: stars.withoutRights,
    donation_twice: shops.donationTwice,
    both_rails: bothRails.starsThenCoins,
    down: making.downUntold,
    answer_lost: stars.answerLost,
    other_price: stars.otherPrice,
  },
};
