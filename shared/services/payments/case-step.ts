import { promiseIfUnchanged, secondsSinceChange } from '../../database/payments/case-clocks';
import { readLanguageOfChat } from '../../database/common/languages';
import { promiseAlone } from '../../database/common/outbox';
import { findOrderToReconcile } from '../../database/payments/orders';
import { savePaymentDecision } from '../../database/payments/save-decision';
import type { Database } from '../../database/connection/pool';
import {
  decideCaseDefault,
  findOpenCase,
  isAnswered,
  promiseMessage,
  tellCase,
  tellWatchEnded,
} from '../../domain/decide-case-step';
import { decideHanging } from '../../domain/decide-payment';
import type { EffectOf } from '../../domain/effects';
import { caseClock } from '../../domain/payments/clock/case-clock';
import {
  isReminder,
  REMINDERS,
  type CaseStep,
  type ReminderStep,
} from '../../domain/payments/clock/case-steps';
import { readLeastPayable } from '../../database/payments/minimums/minimums';
import { judgePayments } from '../../domain/payments/judge-payments';
import { WATCHED_FOR_SECONDS } from '../../domain/payments/reconciliation';
import { continueUnder, type Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { sendMessage } from '../../telegram/send-message';
import { DONE, notYet, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict } from '../common/retry-on-conflict';
import { callTelegram } from '../common/telegram-call';
import { readCurrentCase } from './read-current-case';

export interface CaseDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
  readonly log: Logger;
}

type Step<Name extends CaseStep = CaseStep> = EffectOf<'case_step'> & { readonly step: Name };

async function readCase({ database }: CaseDependencies, { reference }: Step) {
  const { known, version, correlationId } = await readCurrentCase(database, reference);
  continueUnder({ reference, correlationId });
  return { known, version };
}

/** Reminds one side of a case with what can be done about it at this moment. */
const remind = (deps: CaseDependencies, step: Step<ReminderStep>): Promise<Outcome> =>
  retryEffectOnConflict('order', async () => {
    const { known, version } = await readCase(deps, step);
    const found = known && findOpenCase(known, step);
    if (known === undefined || found === undefined || isAnswered(found)) return DONE;
    const reminder = REMINDERS[step.step];
    const telling = tellCase(known, found, reminder);
    if (telling === undefined) return DONE;
    // The payer reads it in the message about the order, which loses its buttons once they lead nowhere.
    if (reminder.to === 'payer') {
      const promised = promiseMessage(known, step, { ...telling, what: `${step.step}:payer` });
      return (await promiseIfUnchanged(deps.database, { reference: step.reference, version }, [promised]))
        ? DONE
        : CONFLICT;
    }
    const { chatId, message } = telling;
    const { openChannelId } = known.channel;
    const language = await readLanguageOfChat(deps.database, { chatId, openChannelId });
    return callTelegram(deps, chatId, (id) => sendMessage(deps.api, { chatId: id, language }, message));
  });

/** Ends a case that nobody answered for a week: accepts it like the owner would, or tells both that it stays open. */
const applyDefault = (deps: CaseDependencies, step: Step): Promise<Outcome> =>
  retryEffectOnConflict('order', async () => {
    const { database, log } = deps;
    const { reference, paymentId } = step;
    const { known, version } = await readCase(deps, step);
    const { leastEverCents } = await readLeastPayable(database);
    const ended = known && decideCaseDefault(known, step, leastEverCents);
    if (known === undefined || ended === undefined) return DONE;
    const isWritten =
      ended.type === 'stays_open'
        ? await promiseIfUnchanged(database, { reference, version }, ended.promised)
        : await savePaymentDecision(database, {
            known,
            version,
            decision: ended.decision,
            decidedBy: { userId: null, paymentId, decision: 'accept' },
          });
    if (!isWritten) return CONFLICT;
    log.info('payment.defaulted', { paymentId, reference, outcome: ended.type });
    return DONE;
  });

/** Makes a payment that has been under way for a week a case, and lets its buyer buy and cancel again. */
const startCase = (deps: CaseDependencies, step: Step): Promise<Outcome> =>
  retryEffectOnConflict('order', async () => {
    const { database, log } = deps;
    const { reference, paymentId } = step;
    const { known, version } = await readCase(deps, step);
    const decision = known && decideHanging(known, paymentId);
    if (known === undefined || decision === undefined) return DONE;
    if (!(await savePaymentDecision(database, { known, version, decision }))) return CONFLICT;
    log.warn('payment.hangs', { paymentId, reference });
    return DONE;
  });

/** Tells both sides once that we stop asking the provider. An invoice that was sent again prolongs the watch. */
const endWatch = (deps: CaseDependencies, step: Step): Promise<Outcome> =>
  retryEffectOnConflict('order', async () => {
    const { database } = deps;
    const { reference } = step;
    const { known, version } = await readCase(deps, step);
    const promised = known && tellWatchEnded(known, step);
    const order = await findOrderToReconcile(database, reference);
    if (promised === undefined || order === undefined) return DONE;
    const leftSeconds = WATCHED_FOR_SECONDS - order.ageSeconds;
    if (leftSeconds > 0) return notYet(leftSeconds);
    return (await promiseIfUnchanged(database, { reference, version }, promised)) ? DONE : CONFLICT;
  });

/** Promises the steps that are still ahead for a payment that a release without clocks judged. */
async function adopt(deps: CaseDependencies, step: Step): Promise<Outcome> {
  const { known } = await readCase(deps, step);
  const payment = known?.payments.find(({ paymentId }) => paymentId === step.paymentId);
  const ageSeconds = await secondsSinceChange(deps.database, step.paymentId);
  if (known === undefined || payment === undefined) return DONE;
  const judgement = judgePayments(known.order, known.payments);
  await promiseAlone(deps.database, caseClock({ known, judgement }, payment, ageSeconds));
  return DONE;
}

const STEPS: Readonly<
  Record<Exclude<CaseStep, ReminderStep>, (deps: CaseDependencies, step: Step) => Promise<Outcome>>
> = { default: applyDefault, hang: startCase, watch_ended: endWatch, adopt };

const isOfReminder = (effect: Step): effect is Step<ReminderStep> => isReminder(effect.step);

/** Takes one step of the clock of a case. Reads the case again, and does nothing if it was answered meanwhile. */
export async function takeCaseStep(deps: CaseDependencies, effect: Step): Promise<Outcome> {
  if (isOfReminder(effect)) return remind(deps, effect);
  return STEPS[effect.step as Exclude<CaseStep, ReminderStep>](deps, effect);
}

/** A reminder that comes too late is not sent, because the next one says more. Every other step must still be taken. */
export const giveUpCaseStep = async (deps: CaseDependencies, effect: Step): Promise<Outcome> =>
  isOfReminder(effect) ? DONE : takeCaseStep(deps, effect);
