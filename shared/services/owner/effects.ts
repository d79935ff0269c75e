import type { Database } from '../../database/connection/pool';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { Api } from '../../telegram/api';
import type { EffectRows } from '../common/effect-row';
import { callTelegram } from '../common/telegram-call';
import { runOneAtATime } from '../common/one-at-a-time';
import { sendExport, sendReport } from './lists/send-report';
import { sendLinkPicture } from './settings/send-link-picture';
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
  readonly starsFor: AllowedOwners;
  /** Without @. */
  readonly botUsername: string;
}

export const ownerEffects = {
  show_page: {
    perform: (deps, effect, attempt) =>
      callTelegram(deps, effect.userId, () => showPage(deps, effect, attempt)),
  },
  offer_set_up: { perform: offerSetUp },
  show_set_up: {
    perform: (deps, effect, attempt) =>
      callTelegram(deps, effect.userId, () => showSetUp(deps, effect, attempt)),
  },
  send_report: {
    perform: (deps, effect, attempt) =>
      callTelegram(deps, effect.userId, () => sendReport(deps, effect, attempt)),
  },
  send_link_picture: {
    perform: (deps, effect, attempt) =>
      callTelegram(deps, effect.userId, () => sendLinkPicture(deps, effect, attempt)),
  },
  send_export: {
    perform: (deps, effect, attempt) =>
      runOneAtATime(() => callTelegram(deps, effect.userId, () => sendExport(deps, effect, attempt))),
  },
  try_notification: { perform: tryNotification },
} satisfies EffectRows<OwnerDependencies>;
