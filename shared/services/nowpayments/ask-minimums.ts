import { setTimeout as pause } from 'node:timers/promises';
import { saveCoinList, saveMinimum, saveNoAnswer } from '../../database/payments/minimums/minimum-answers';
import { claimQuestion, type MinimumQuestion } from '../../database/payments/minimums/minimum-questions';
import type { Database } from '../../database/connection/pool';
import type { Cents } from '../../domain/common/ids';
import { centsUp, decimalOf } from '../../domain/common/money';
import { SECOND_MS } from '../../domain/common/time';
import type { Logger } from '../../logger';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';

export interface MinimumDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly nowpayments: Pick<NowpaymentsClient, 'getCoins' | 'getMinAmount'>;
  /**
   * The coin that the merchant is paid out in. Without it NOWPayments answers with minimums that can be ten times off.
   */
  readonly payoutCurrency: string | undefined;
}

type Askable = Exclude<MinimumQuestion, { type: 'wait' | 'none' }>;

/** After this many waits in a row something else is in the way, such as many invoices. The next minute asks again. */
const MAX_WAITS = 5;

/** Asks for a coin's minimum. `undefined` if the answer has no amount that makes sense. */
async function askForMinimum(deps: MinimumDependencies, coin: string): Promise<Cents | undefined> {
  const { payoutCurrency: currencyTo } = deps;
  const answer = await deps.nowpayments.getMinAmount({
    currencyFrom: coin,
    ...(currencyTo !== undefined && { currencyTo }),
  });
  const usd = decimalOf(answer.fiatEquivalent ?? '');
  return usd === undefined ? undefined : centsUp(usd) || undefined;
}

async function ask(deps: MinimumDependencies, question: Askable): Promise<void> {
  const { database, log } = deps;
  try {
    if (question.type === 'list') {
      const coins = await deps.nowpayments.getCoins();
      await saveCoinList(database, coins);
      if (coins.length === 0) log.error('minimum.no_coin_on');
      return;
    }
    const { coin } = question;
    const cents = await askForMinimum(deps, coin);
    if (cents === undefined) {
      log.warn('minimum.unknown', { coin });
      await saveNoAnswer(database, { coin, isTooSoon: false });
    } else await saveMinimum(database, { coin, cents });
  } catch (error) {
    if (!(error instanceof NowpaymentsError)) throw error;
    const coin = question.type === 'coin' ? question.coin : null;
    log.warn('minimum.unanswered', { coin, error });
    const { status, retryAfterSeconds } = error;
    await saveNoAnswer(database, { coin, isTooSoon: status === 429, retryAfterSeconds });
  }
}

export interface AskingOptions {
  readonly budgetMs: number;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Called after each question. */
  readonly onPerformed?: () => void;
}

/**
 * Asks NOWPayments for the coins that are switched on and for the minimum of each, one question at a time, until none is
 * due or the budget is used up. Any number of instances may do so at once: all together ask at most once a second.
 */
export async function askMinimums(
  deps: MinimumDependencies,
  { budgetMs, now = performance.now.bind(performance), wait = pause, onPerformed }: AskingOptions,
): Promise<{ asked: number }> {
  const deadline = now() + budgetMs;
  let asked = 0;
  let waits = 0;
  while (now() < deadline && waits < MAX_WAITS) {
    const question = await claimQuestion(deps.database);
    if (question.type === 'none') break;
    if (question.type === 'wait') {
      waits += 1;
      await wait(Math.min(question.seconds, 2) * SECOND_MS);
      continue;
    }
    await ask(deps, question);
    asked += 1;
    onPerformed?.();
    waits = 0;
  }
  return { asked };
}
