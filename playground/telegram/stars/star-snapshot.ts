import { starAmountOf } from './bot-account';
import type { StarParts } from './star-parts';

/** How many of the latest payments the page shows. */
const SHOWN_PAYMENTS = 10;

/** A user's Stars, as the page draws them. */
export const userStarsSnapshot = ({ wallets, subscriptions }: StarParts, userId: number): object => ({
  balance: wallets.of(userId),
  subscriptions: [...subscriptions.values()]
    .filter((each) => each.userId === userId)
    .map(({ id, terms, endsAt, state, isCanceledByBot, failsNext }) => ({
      id,
      title: terms.title,
      amount: terms.amount,
      ends_at: endsAt,
      state,
      is_canceled_by_bot: isCanceledByBot,
      fails_next: failsNext,
    })),
});

/** The bot's Stars, its latest payments (newest first), and which updates will be lost. */
export const botStarsSnapshot = ({ account, payments, updates }: StarParts): object => ({
  balance: starAmountOf(account.balance).amount,
  payments: [...payments.values()].slice(-SHOWN_PAYMENTS).reverse(),
  lost: updates.lost,
});
