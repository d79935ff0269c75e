import type { SimMessage } from '../../../playground/telegram/index';
import { KEYS, type Key } from '../../../shared/domain/donations/keypad';
import { callbackData } from '../../../shared/telegram/codec/callback-data';
import type { Patience } from './eventually';
import { eventuallyIn } from './eventually-in';
import { OPEN, type Donor, type World } from '../../worlds/journey';

/** An invoice as a donor received it. */
export interface Received {
  readonly message: SimMessage;
  readonly invoiceId: string;
  readonly url: string;
  readonly reference: string;
}

/** The bot's messages in a chat that weren't deleted, oldest first. */
export const writtenTo = ({ telegram }: World, chatId: number): readonly SimMessage[] =>
  telegram.messages(chatId).filter(({ from }) => from?.is_bot === true);

/** Waits until a message of the bot matches, and returns the newest such message. */
export const waitForMessage = (
  world: World,
  chatId: number,
  pattern: RegExp,
  patience?: Patience,
): Promise<SimMessage> =>
  eventuallyIn(
    world,
    () => {
      const texts = writtenTo(world, chatId);
      const message = texts.filter(({ text }) => pattern.test(text)).at(-1);
      if (message === undefined)
        throw new Error(
          `${chatId} was not told ${pattern.source}, but ${JSON.stringify(texts.map(({ text }) => text))}`,
        );
      return message;
    },
    patience,
  );

export const buttonsOf = ({ reply_markup }: SimMessage) => reply_markup?.inline_keyboard.flat() ?? [];

/** The first row of a keypad, which shows the amount. */
export const displayOn = (world: World, donor: Donor, keypad: SimMessage): string | undefined => {
  const message = world.telegram
    .messages(donor.id)
    .find(({ message_id }) => message_id === keypad.message_id);
  return message && buttonsOf(message)[0]?.text;
};

const isKeypad = (message: SimMessage): boolean =>
  buttonsOf(message).some((button) => 'callback_data' in button && button.callback_data === 'donate_confirm');

export const keypadsOf = (world: World, donor: Donor): readonly SimMessage[] =>
  world.telegram.messages(donor.id).filter(isKeypad);

/** Opens the bot by a link and waits for the keypad. */
export async function openKeypad(
  world: World,
  donor: Donor,
  payload = `donate_${OPEN}`,
): Promise<SimMessage> {
  const before = new Set(keypadsOf(world, donor).map(({ message_id }) => message_id));
  donor.person.start(payload);
  return eventuallyIn(world, () => {
    const keypad = keypadsOf(world, donor).find(({ message_id }) => !before.has(message_id));
    if (keypad === undefined) throw new Error(`no keypad was sent to ${donor.id}`);
    return keypad;
  });
}

export function press(
  world: World,
  donor: Donor,
  { message_id }: SimMessage,
  data: string,
  chatId = donor.id,
) {
  world.presses.count += 1;
  return donor.person.press(chatId, message_id, data);
}

export const tap = (world: World, donor: Donor, keypad: SimMessage, key: Key) =>
  press(world, donor, keypad, callbackData.key(key));

export async function type(world: World, donor: Donor, keypad: SimMessage, text: string): Promise<void> {
  for (const key of text)
    await tap(
      world,
      donor,
      keypad,
      KEYS.find((each) => each === key)!,
    );
}

/** The order that the buttons of a message are about. */
export const referenceIn = (message: SimMessage): string =>
  buttonsOf(message)
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
    .map((data) => /^(?:payment_cancel|order_story)_(.{22})$/.exec(data)?.[1])
    .find((reference) => reference !== undefined) ?? '';

/** Waits for an invoice, and returns the donor's newest one. */
export async function receivedInvoice(world: World, donor: Donor): Promise<Received> {
  const message = await waitForMessage(world, donor.id, /Tap Pay now/);
  const url = buttonsOf(message).flatMap((button) => ('url' in button ? [button.url] : []))[0] ?? '';
  return {
    message,
    url,
    invoiceId: new URL(url).searchParams.get('iid') ?? '',
    reference: referenceIn(message),
  };
}

/** Opens a keypad, types an amount, confirms it and waits for the invoice. */
export async function askFor(world: World, donor: Donor, text = '25.00', channel = OPEN): Promise<Received> {
  const keypad = await openKeypad(world, donor, `donate_${channel}`);
  await type(world, donor, keypad, text);
  await tap(world, donor, keypad, 'confirm');
  return receivedInvoice(world, donor);
}
