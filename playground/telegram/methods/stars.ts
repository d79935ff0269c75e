import { describeRow, starAmountOf } from '../stars/bot-account';
import { refundByBot } from '../stars/refund';
import { editByBot } from '../stars/subscriptions';
import { badRequest } from '../wire/errors';
import type { Params } from '../wire/params';
import type { Method, Methods } from './context';
import { readUserId } from './find-chat';

const MAX_PAGE = 100;

const refundStarPayment: Method = ({ stars }, params) => {
  refundByBot(stars, readUserId(params), params.string('telegram_payment_charge_id'));
  return true;
};

/** The server requires neither the charge id nor `is_canceled` (Client.cpp). Without the latter, nothing is canceled. */
const editUserStarSubscription: Method = ({ world, stars }, params) => {
  const userId = readUserId(params);
  if (!world.users.has(userId)) throw badRequest('USER_ID_INVALID');
  const subscription = stars.subscriptions.get(params.string('telegram_payment_charge_id'));
  if (subscription?.userId !== userId) throw badRequest('CHARGE_ID_INVALID');
  editByBot(stars, subscription, params.boolean('is_canceled'));
  return true;
};

/** Oldest first. The offset is a count of rows, and new rows come at the end. Both numbers are clamped. */
const getStarTransactions: Method = ({ stars }, params) => {
  const offset = Math.max(0, params.integer('offset'));
  const page = stars.account.rows.slice(offset, offset + readLimit(params));
  return { transactions: page.filter((row) => row.isOtherCurrency !== true).map(describeRow) };
};

function readLimit(params: Params): number {
  if (params.string('limit') === '') return MAX_PAGE;
  return Math.min(MAX_PAGE, Math.max(1, params.integer('limit')));
}

const getMyStarBalance: Method = ({ stars }) => starAmountOf(stars.account.balance);

export const starMethods: Methods = {
  refundStarPayment,
  editUserStarSubscription,
  getStarTransactions,
  getMyStarBalance,
};
