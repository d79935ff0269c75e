import { MOST_REPEATS } from '../../database/common/conclude-outbox';
import { readLanguageOfChat } from '../../database/common/languages';
import { endRelay } from '../../database/talks/relays';
import { findRelay } from '../../database/talks/talks';
import type { Database } from '../../database/connection/pool';
import { REPLY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../domain/effects';
import type { Message } from '../../domain/messages/messages';
import { recipientOf, type Relay } from '../../domain/talks/recipient';
import type { Api } from '../../telegram/api';
import { sendMessage } from '../../telegram/send-message';
import { DONE, type Attempt, type Outcome } from '../common/outcome';
import { callTelegram } from '../common/telegram-call';
import { talkOf } from './talk-messages';

interface RelayDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
}

const sideOf = ({ isFromBuyer }: Relay) => (isFromBuyer ? 'buyer' : 'owner');

const toWriter = ({ relayId, writerId }: Relay, message: Message): Promised => ({
  effect: { kind: 'send_message', chatId: writerId, message },
  key: `relay:${relayId}:${message.type}`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Ends a message that can't be delivered, and tells its writer. That isn't a failure of ours. */
async function giveUp({ database }: RelayDependencies, relay: Relay, isUncertain: boolean): Promise<Outcome> {
  const undelivered = { type: 'talk_undelivered', isUncertain, ...talkOf(relay, sideOf(relay)) } as const;
  await endRelay(database, {
    relayId: relay.relayId,
    shownAt: null,
    promised: [toWriter(relay, undelivered)],
  });
  return DONE;
}

/** Delivers a message to the user who is its reader now, forgets its text, and tells its writer. */
export async function relayMessage(
  deps: RelayDependencies,
  { relayId }: EffectOf<'relay_message'>,
  { unanswered = 0 }: Pick<Attempt, 'unanswered'>,
): Promise<Outcome> {
  const { database, api } = deps;
  const relay = await findRelay(database, relayId);
  if (relay === undefined) return DONE;
  const mayHaveArrived = unanswered > 0;
  const chatId = recipientOf(relay);
  if (chatId === undefined) return giveUp(deps, relay, mayHaveArrived);
  const language = await readLanguageOfChat(database, { chatId, openChannelId: null });
  const talk = talkOf(relay, sideOf(relay));
  const message: Message = { type: 'talk_relayed', text: relay.text, ...talk };
  let messageId: number | undefined;
  const outcome = await callTelegram(deps, chatId, async (id) => {
    messageId = await sendMessage(api, { chatId: id, language }, message);
  });
  if (outcome.type === 'failed') return giveUp(deps, relay, mayHaveArrived);
  if (outcome.type === 'unanswered' && unanswered >= MOST_REPEATS) return giveUp(deps, relay, true);
  if (messageId !== undefined)
    await endRelay(database, {
      relayId,
      shownAt: { chatId, messageId },
      promised: [toWriter(relay, { type: 'talk_sent', ...talk })],
    });
  return outcome;
}

/** Gives up a message that could not be delivered in time. */
export async function giveUpRelay(
  deps: RelayDependencies,
  { relayId }: EffectOf<'relay_message'>,
  { unanswered = 0 }: Pick<Attempt, 'unanswered'>,
): Promise<Outcome> {
  const relay = await findRelay(deps.database, relayId);
  return relay === undefined ? DONE : giveUp(deps, relay, unanswered > 0);
}
