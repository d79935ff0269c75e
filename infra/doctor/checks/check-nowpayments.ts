import { NowpaymentsError } from '../../../shared/nowpayments/nowpayments-error';
import { found, sound, type Check } from '../check';
import { fault, warning } from '../finding';

/** NOWPayments' answer or error. Throws only for our own bugs. */
async function orRefusal<T>(call: Promise<T>): Promise<T | NowpaymentsError> {
  return call.catch((error: unknown) => {
    if (error instanceof NowpaymentsError) return error;
    throw error;
  });
}

const wordsOf = ({ status, code }: NowpaymentsError): string =>
  [status ?? 'no answer', code].filter((word) => word !== undefined).join(' ');

const away = (error: NowpaymentsError) =>
  found(
    fault('nowpayments.unreachable', {
      problem: `NOWPayments cannot be reached at NOWPAYMENTS_API_URL (${wordsOf(error)}).`,
      remedy:
        error.status === 429
          ? 'There were too many calls: wait a minute and run the doctor again.'
          : 'See status.nowpayments.io, and leave NOWPAYMENTS_API_URL unset unless you use the sandbox.',
    }),
  );

export const apiKeyCheck: Check = {
  name: 'NOWPayments key',
  variables: ['NOWPAYMENTS_API_KEY', 'NOWPAYMENTS_API_URL'],
  look: async (system) => {
    const coins = await orRefusal(system.coins());
    if (!(coins instanceof NowpaymentsError))
      return coins.length > 0
        ? sound(`${coins.length} coins`)
        : found(
            fault('nowpayments.no_coins', {
              problem: 'The NOWPayments account accepts no coin, so nobody can pay.',
              remedy: 'Choose coins in the settings of the account.',
            }),
          );
    if (coins.status !== 401 && coins.status !== 403) return away(coins);
    return found(
      fault('nowpayments.key_refused', {
        problem: `NOWPayments refuses NOWPAYMENTS_API_KEY (${wordsOf(coins)}).`,
        remedy:
          'Copy an API key from the account, and check that sandbox keys go with the sandbox NOWPAYMENTS_API_URL.',
      }),
    );
  },
};

export const payoutCheck: Check = {
  name: 'Payout coin',
  needs: ['NOWPayments key'],
  look: async ({ nowpayments, config, coins }) => {
    const currencyTo = config.NOWPAYMENTS_PAYOUT_CURRENCY;
    if (currencyTo === undefined)
      return found(
        warning('nowpayments.payout_unset', {
          problem:
            'NOWPAYMENTS_PAYOUT_CURRENCY is not set, so the minimum payable amounts can be ten times too low.',
          remedy: 'Set it to the coin you are paid out in, such as usdttrc20.',
        }),
      );
    const [currencyFrom = currencyTo] = await coins();
    const least = await orRefusal(nowpayments().getMinAmount({ currencyFrom, currencyTo }));
    if (!(least instanceof NowpaymentsError)) return sound(currencyTo);
    if (least.retryable) return away(least);
    return found(
      fault('nowpayments.payout_unknown', {
        problem: `NOWPayments does not pay out in ${currencyTo} (${wordsOf(least)}).`,
        remedy: 'Set NOWPAYMENTS_PAYOUT_CURRENCY to the code of a coin in your account, such as usdttrc20.',
      }),
    );
  },
};

export const logInCheck: Check = {
  name: 'NOWPayments log-in',
  needs: ['NOWPayments key'],
  look: async ({ nowpayments, config, problems }) => {
    if (problems.some(({ names }) => names.includes('NOWPAYMENTS_PASSWORD')))
      return { blockedBy: 'Configuration' };
    const { listPayments } = nowpayments();
    if (config.NOWPAYMENTS_EMAIL === undefined || listPayments === undefined)
      return { absent: 'not checked: NOWPAYMENTS_EMAIL is not set' };
    // No invoice has this number, so the answer is an empty list. Only the log-in matters.
    const listed = await orRefusal(listPayments('0'));
    if (!(listed instanceof NowpaymentsError)) return sound('it opens the list of payments');
    if (listed.retryable) return away(listed);
    return found(
      fault('nowpayments.login_refused', {
        problem: `NOWPayments refuses NOWPAYMENTS_EMAIL with NOWPAYMENTS_PASSWORD (${wordsOf(listed)}).`,
        remedy:
          'Correct both (upper and lower case count). If you unset both, payments whose IPNs were all lost are not found.',
      }),
    );
  },
};
