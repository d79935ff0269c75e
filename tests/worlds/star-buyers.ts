import type { SimMessage } from '../../playground/telegram/index';
import type { Cents } from '../../shared/domain/common/ids';
import { silentLogger } from '../../shared/logger';
import { answerUpdate } from '../../shared/services/answer-update';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import type { UpdateContext } from '../../shared/services/common/update-context';
import { performPrompt } from '../../shared/services/perform-prompt';
import type { EffectDependencies } from '../../shared/services/perform-effect';
import { routeUpdate } from '../../shared/telegram/route-update';
import { ALLOWED_UPDATES, parseUpdate } from '../../shared/telegram/update';
import type { Api } from '../../shared/telegram/api';
import { addSellingChannel } from '../support/subscription';
import { startWebhook } from '../support/telegram-simulator';
import { useFixture } from '../support/use-fixture';
import { BOT, CLOSED, OPEN, OWNER, startAccessWorld, type AccessWorld } from './access';

/** A button as the buyer sees it. */
interface ShownButton {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
  readonly pays?: true;
}

/** What a buyer's chat shows: the newest message of the bot. */
interface Shown {
  readonly messageId: number;
  readonly text: string;
  readonly invoice: SimMessage['invoice'];
  readonly buttons: readonly ShownButton[];
}

/** A buyer in the simulated Telegram, who sees messages and presses their buttons. */
export interface StarBuyer {
  readonly userId: number;
  /** All messages of the bot that still have buttons, oldest first. */
  pressable(): readonly Shown[];
  newest(): Shown;
  say(text: string): Promise<Shown>;
  /** Presses the button that begins with a text, on the newest message or on another one, and performs what follows. Returns the answer. */
  press(label: string, on?: Shown): Promise<string | undefined>;
}

/** An offer in dollars and in Stars, whose buyers live in a simulated Telegram. */
interface StarBuyersWorld extends AccessWorld {
  /** Replaces what the operator allows and what the worker uses. */
  readonly setting: { starsFor: EffectDependencies['starsFor']; api: EffectDependencies['api'] };
  newStarBuyer(): StarBuyer;
}

let lastId = 90_000;

const buttonsOf = (message: SimMessage): ShownButton[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => ({
    text: button.text,
    ...('callback_data' in button && { data: button.callback_data }),
    ...('url' in button && { url: button.url }),
    ...('pay' in button && { pays: true as const }),
  }));

const shownIn = (message: SimMessage): Shown => ({
  messageId: message.message_id,
  text: message.text,
  invoice: message.invoice,
  buttons: buttonsOf(message),
});

async function startStarBuyersWorld(): Promise<StarBuyersWorld> {
  const world = await startAccessWorld();
  const { test, telegram } = world;
  const { database } = test;
  await addSellingChannel(database, {
    openChannelId: OPEN,
    closedChannelId: CLOSED,
    ownerUserId: OWNER,
    tiers: [
      { name: 'Month', priceCents: 3000 as Cents, days: 30 },
      { name: 'Quarter', priceCents: 7500 as Cents, days: 90 },
      { name: 'Week', priceCents: 900 as Cents, days: 7 },
    ],
  });
  await database.query(
    (sql) => sql`
    update tiers set price_stars = case days when 30 then 2310 when 90 then 5770 end`,
  );
  const setting: StarBuyersWorld['setting'] = {
    starsFor: { isEveryone: false, named: [OWNER] },
    api: world.deps.api,
  };
  let invoices = 0;
  const deps: EffectDependencies = {
    ...world.deps,
    get starsFor() {
      return setting.starsFor;
    },
    get api() {
      return setting.api;
    },
    nowpayments: {
      ...world.deps.nowpayments,
      createInvoice: async () => {
        invoices += 1;
        return { invoiceId: String(invoices), invoiceUrl: `https://nowpayments.io/payment/?iid=${invoices}` };
      },
    },
  };
  const api = world.deps.api as unknown as Api;
  const webhook = await startWebhook(async ({ update }) => {
    const parsed = parseUpdate(update);
    if (parsed === undefined) throw new Error('Telegram sent something unreadable');
    const updateId = update.update_id;
    const delivery = deliveryOf('telegram', String(updateId));
    const context: UpdateContext = {
      database,
      delivery,
      updateId,
      botId: BOT,
      botUsername: 'telepay_bot',
      asking: api,
      owners: deps.owners,
      starsFor: setting.starsFor,
      log: silentLogger,
    };
    const { prompt } = await answerUpdate(context, routeUpdate(parsed, 'telepay_bot'));
    await performPrompt(
      { database, api, log: silentLogger, botUsername: 'telepay_bot', language: 'en' },
      prompt,
    );
    return {};
  });
  await api.setWebhook(webhook.url, { allowed_updates: ALLOWED_UPDATES });
  const drain = async () => {
    await telegram.drained();
    await world.drainWith(deps);
  };
  return {
    ...world,
    deps,
    drain,
    setting,
    newStarBuyer: () => buyerIn({ telegram, drain }),
    close: async () => {
      await world.close();
      await webhook.close();
    },
  };
}

function buyerIn({ telegram, drain }: Pick<AccessWorld, 'telegram' | 'drain'>): StarBuyer {
  const userId = ++lastId;
  telegram.addUser({ id: userId, first_name: 'Bea', username: `bea_${userId}` });
  const messages = () => telegram.messages(userId).filter(({ from }) => from?.is_bot === true);
  const newest = () => {
    const message = messages().at(-1);
    if (message === undefined) throw new Error('the bot has said nothing');
    return shownIn(message);
  };
  return {
    userId,
    newest,
    pressable: () =>
      messages()
        .map(shownIn)
        .filter(({ buttons }) => buttons.length > 0),
    say: async (text) => {
      telegram.as(userId).say(text);
      await drain();
      return newest();
    },
    press: async (label, on = newest()) => {
      const data = on.buttons.find(({ text }) => text.startsWith(label))?.data;
      if (data === undefined)
        throw new Error(`no button ${label} among ${on.buttons.map(({ text }) => text).join(', ')}`);
      const { text } = await telegram.as(userId).press(userId, on.messageId, data);
      await drain();
      return text;
    },
  };
}

/** Buyers for the tests of a file. */
export const useStarBuyers = (): StarBuyersWorld => useFixture(startStarBuyersWorld);
