import type { Effect } from '../domain/effects';
import type { AllowedOwners } from '../domain/owner/allowed-owners';
import type { Api } from '../telegram/api';
import type { MembershipApi } from '../telegram/membership';
import { accessEffects } from './access/effects';
import type { EffectRow } from './common/effect-row';
import { commonEffects } from './common/effects';
import { joinRows } from './common/join-rows';
import { NOT_IN_TIME, type Attempt, type Outcome } from './common/outcome';
import { donationEffects } from './donations/effects';
import { ownerEffects } from './owner/effects';
import type { InvoiceDependencies } from './nowpayments/create-invoice';
import { nowpaymentsEffects } from './nowpayments/effects';
import { paymentEffects } from './payments/effects';
import { placeEffects } from './places/effects';
import { postEffects } from './posts/effects';
import type { LookNeeds } from './rails';
import { reportEffects } from './reports/effects';
import { starEffects } from './stars/effects';
import type { StarInvoiceDependencies } from './stars/refuse-in-stars';
import { takeoverEffects } from './takeovers/effects';
import { talkEffects } from './talks/effects';

type ForMoney = InvoiceDependencies & LookNeeds & StarInvoiceDependencies;

export interface EffectDependencies extends ForMoney {
  readonly api: Pick<
    Api,
    | 'sendMessage'
    | 'sendInvoice'
    | 'createInvoiceLink'
    | 'editMessageText'
    | 'editMessageReplyMarkup'
    | 'deleteMessage'
    | 'getMe'
    | 'getChatAdministrators'
    | 'sendPhoto'
    | 'sendDocument'
    | 'getFile'
    | 'editUserStarSubscription'
    | 'token'
    | 'options'
    | 'refundStarPayment'
  > &
    MembershipApi;
  /** Without @. The links of posts lead to this bot. */
  readonly botUsername: string;
  /** The users that the operator lets set up channels. */
  readonly owners: AllowedOwners;
  /** The owners whose channels may be paid in Stars. */
  readonly starsFor: AllowedOwners;
}

type EffectTable = { readonly [Kind in Effect['kind']]: EffectRow<Kind, EffectDependencies> };

const EFFECTS = joinRows<EffectTable>()([
  commonEffects,
  placeEffects,
  accessEffects,
  postEffects,
  paymentEffects,
  starEffects,
  nowpaymentsEffects,
  donationEffects,
  reportEffects,
  talkEffects,
  takeoverEffects,
  ownerEffects,
]);

const rowOf = <Kind extends Effect['kind']>(kind: Kind): EffectRow<Kind, EffectDependencies> => EFFECTS[kind];

/** Performs one effect. It may run twice, because a worker can die after the call and before recording it. */
export const performEffect = async (
  deps: EffectDependencies,
  effect: Effect,
  attempt: Attempt,
): Promise<Outcome> => rowOf(effect.kind).perform(deps, effect, attempt);

/** Gives up an effect that has expired. */
export const giveUpEffect = async (
  deps: EffectDependencies,
  effect: Effect,
  attempt: Attempt,
): Promise<Outcome> => (await rowOf(effect.kind).giveUp?.(deps, effect, attempt)) ?? NOT_IN_TIME;
