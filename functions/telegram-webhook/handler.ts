import type { Database } from '../../shared/database/connection/pool';
import { readLanguage } from '../../shared/database/common/languages';
import type { Delivery } from '../../shared/database/common/inbox';
import { keepUnreadable, parkIfPoison } from '../../shared/database/common/park-delivery';
import { DEFAULT_LANGUAGE, languageOf, type Language } from '../../shared/domain/common/language';
import type { PromptEffect, Reaction } from '../../shared/domain/prompt-effects';
import { BadRequest } from '../../shared/errors';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { answerUpdate } from '../../shared/services/answer-update';
import type { UpdateContext } from '../../shared/services/common/update-context';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import type { PromptDependencies } from '../../shared/services/common/prompt-row';
import { performPrompt } from '../../shared/services/perform-prompt';
import { answerPreCheckout } from '../../shared/services/stars/answer-pre-checkout';
import { preCheckoutIn } from '../../shared/telegram/pre-checkout';
import { routeUpdate } from '../../shared/telegram/route-update';
import { parseUpdate, updateIdOf, type TelegramUser } from '../../shared/telegram/update';
import type { WakeUp } from '../../shared/wake-up/wake-up';

export interface TelegramWebhookDependencies extends Omit<PromptDependencies, 'language'> {
  readonly database: Database;
  /** The bot's own user id, because only its own links admit buyers. */
  readonly botId: number;
  readonly asking: UpdateContext['asking'];
  readonly owners: UpdateContext['owners'];
  readonly starsFor: UpdateContext['starsFor'];
  readonly wakeUp: WakeUp;
  /** Returns true while a user is over their limit, sending faster than a person can. */
  readonly isFlooding: (userId: number) => boolean;
  /** Counts an event for all instances. */
  readonly count: (name: string) => void;
}

/** What people write is stored only if it has to be investigated. */
const withoutPayload = ({ source, deliveryId, correlationId }: Delivery): Delivery => ({
  source,
  deliveryId,
  correlationId,
});

const slowDown = (queryId: string): PromptEffect => ({
  type: 'answer_query',
  queryId,
  answer: { answer: 'too_fast' },
});

/** What the user reads whose update this is. Their app's language if what they chose can't be read. */
async function languageOfUser(database: Database, user: TelegramUser | undefined): Promise<Language> {
  const languageCode = user?.language_code;
  if (user === undefined) return DEFAULT_LANGUAGE;
  return readLanguage(database, { userId: user.id, languageCode }).catch(() => languageOf(languageCode));
}

/** What the user reads, if the reaction knows what they chose. */
const chosenIn = ({ chosenLanguage }: Reaction, user: TelegramUser | undefined): Language | undefined =>
  chosenLanguage === undefined ? undefined : languageOf(chosenLanguage ?? user?.language_code);

const OK: Reply = { status: 200, body: { ok: true } };

/**
 * Handles one update: routes it, decides and commits, then shows the result. An update that fails before anything was
 * committed gets a 5xx and comes again. One that keeps failing is parked, because it would block its chat for a day.
 */
export const telegramWebhookHandler = (deps: TelegramWebhookDependencies): Handler => {
  async function telegramWebhook(request: Request): Promise<Reply> {
    const body = parseJsonObject(await request.body());
    const preCheckout = preCheckoutIn(body);
    // Nothing about it is stored, so that one read is all that its answer waits for.
    if (preCheckout !== undefined) return { status: 200, body: await answerPreCheckout(deps, preCheckout) };
    const updateId = updateIdOf(body);
    if (updateId === undefined) throw new BadRequest('invalid_update');
    const delivery = deliveryOf('telegram', String(updateId), body);
    try {
      const update = parseUpdate(body);
      if (update === undefined) {
        // Telegram would only send it again, and nothing else of its chat meanwhile.
        await keepUnreadable(deps.database, delivery);
        deps.log.warn('update.unreadable', { updateId });
        return OK;
      }
      const intent = routeUpdate(update, deps.botUsername);
      if ('user' in intent && deps.isFlooding(intent.user.id)) {
        const language = languageOf(intent.user.language_code);
        await performPrompt(
          { ...deps, language },
          'button' in intent ? [slowDown(intent.button.queryId)] : [],
        );
        return OK;
      }
      const user = (update.callback_query ?? update.message)?.from;
      // Read at the same time, because almost every tap is answered with words. On a keypad, the tap's own statement reads it.
      const isButton = update.callback_query !== undefined && intent.type !== 'tap';
      const read = isButton ? languageOfUser(deps.database, user) : undefined;
      const reaction = await answerUpdate({ ...deps, delivery: withoutPayload(delivery), updateId }, intent);
      // At the same time: the worker sends what was promised while the person sees the result of their action.
      const show = async () => {
        if (reaction.prompt.length === 0) return;
        const language = chosenIn(reaction, user) ?? (await (read ?? languageOfUser(deps.database, user)));
        await performPrompt({ ...deps, language }, reaction.prompt);
      };
      await Promise.all([reaction.isPromised && deps.wakeUp('due'), show()]);
      return OK;
    } catch (error) {
      if (!(await parkIfPoison(deps.database, delivery, error))) throw error;
      deps.log.error('update.parked', { updateId, error });
      return OK;
    }
  }
  return telegramWebhook;
};
