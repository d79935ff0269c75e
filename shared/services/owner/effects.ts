import type { Database } from '../../database/connection/pool';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { Api } from '../../telegram/api';
import type { EffectRows } from '../common/effect-row';
import { callTelegram } from '../common/telegram-call';
import { sendExport, sendReport, runOneAtATime } from './lists/send-report';
import { offerSetUp, showSetUp } from './set-up/offer-set-up';
import { tryNotification } from './settings/try-notification';
import { showPage } from './show-page';

interface OwnerDependencies {
  readonly database: Database;
  readonly api: Pick<
    Api,
    | 'sendMessage'
    | 'editMessageText'
    | 'getChatAdministrators'
    | 'getChatMember'
    | 'sendPhoto'
    | 'sendDocument'
  >;
  readonly owners: AllowedOwners;
  /** Without @. */
  readonly botUsername: string;
}

export const ownerEffects = {
  show_page: {
    perform: (deps, effect) => callTelegram(deps, effect.userId, () => showPage(deps, effect)),
  },
  offer_set_up: { perform: offerSetUp },
  show_set_up: {
    perform: (deps, effect) => callTelegram(deps, effect.userId, () => showSetUp(deps, effect)),
  },
  send_report: {
    perform: (deps, effect) => callTelegram(deps, effect.userId, () => sendReport(deps, effect)),
  },
  send_export: {
    perform: (deps, effect) =>
      runOneAtATime(() => callTelegram(deps, effect.userId, () => sendExport(deps, effect))),
  },
  try_notification: { perform: tryNotification },
} satisfies EffectRows<OwnerDependencies>;
