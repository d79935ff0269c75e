import { isolated } from './isolated.js';
import { lastHeard, publicChannelOf, soldChannelOf } from './phone/chats.js';
import { standingIn } from './phone/membership.js';

/** The number of steps of a first sale. */
export const LAST_STEP = 8;

const DONE = 'Sold! The owner’s phone says so. Now donate, or move the clock.';

const isOffer = ({ url = '' }) => /^https:\/\/t\.me\/\w+\?start=sub_/.test(url);
const isInvite = ({ url = '' }) => url.startsWith('https://t.me/+');
const isTier = ({ callback_data: data = '' }) => data.startsWith('sub_tier_');
const isConfirm = ({ callback_data: data }) => data === 'donate_confirm';
const isChannel = ({ callback_data: data = '' }) => data.startsWith('channel_');

/** What the payer does on the payment page, by its stage. Any other stage is a payment under way. */
const ON_PAGE = {
  choose: { step: 5, view: 'payment', words: 'Choose a coin.' },
  pay: { step: 6, view: 'payment', words: 'Press “Pay exactly”. No real coin moves.' },
  waiting: { step: 6, words: 'One moment: NOWPayments tells the bot.' },
  finished: { step: 7, view: 'donor', words: 'Paid. The bot says what happens next.' },
};
const UNDER_WAY = { step: 6, words: 'The network confirms the payment.' };

/** What a message offers if it leads on to a step of its own. */
const leadsOn = (button, { isPayment }) =>
  [isInvite, isTier, isConfirm, isChannel, isPayment].some((fits) => fits(button));

const buttonsOf = ({ reply_markup: markup }) => markup?.inline_keyboard.flat() ?? [];

/**
 * The next step of a first sale: its number, its words, where it is (`view`, `tab`) and what to press: `start`, `join` or
 * a button of a message. Knows buttons by what they do, because their words depend on the language.
 */
export function nextStep(phone, invoice) {
  const { state, userId, pendingStart, startedAfter, isSheetOpen, isJoining } = phone;
  const sold = soldChannelOf(state);
  const standing = sold ? standingIn(sold, userId) : 'out';
  if (standing === 'in') return { step: LAST_STEP + 1, words: DONE };
  if (standing === 'pending' || isJoining)
    return { step: LAST_STEP, words: 'The bot lets paid buyers in at once.' };
  if (isSheetOpen) return onPhone(LAST_STEP, { press: 'join', words: 'Ask to join.' });
  if (pendingStart !== undefined) return onPhone(2, { tab: 'bot', press: 'start', words: 'Press START.' });
  const own = state.chats.find(({ id }) => id === userId);
  if (lastHeard(own, userId) === startedAfter) return { step: 3, words: 'The bot is answering.' };
  // A message about an order loses its buttons while the payment is under way, and older ones would lead back.
  const isPaying = !['choose', 'pay', undefined].includes(invoice.stage);
  if (isPaying && !buttonsOf(own.messages.at(-1) ?? {}).some((button) => leadsOn(button, invoice)))
    return ON_PAGE[invoice.stage] ?? UNDER_WAY;
  const newest = own.messages.map(buttonsOf).findLast((buttons) => buttons.length > 0) ?? [];
  return inChat(newest, invoice) ?? inChannel(publicChannelOf(state)?.messages ?? []);
}

const onPhone = (step, what) => ({ step, view: 'donor', ...what });

function inChat(buttons, invoice) {
  const tap = (step, button, words = `Tap “${isolated(button.text)}”.`) =>
    onPhone(step, { tab: 'bot', press: button, words });
  const [invite, pay, tier, confirm, channel] = [
    isInvite,
    invoice.isPayment,
    isTier,
    isConfirm,
    isChannel,
  ].map((fits) => buttons.find(fits));
  if (invite) return tap(7, invite);
  if (pay && pay.url === invoice.address) return ON_PAGE[invoice.stage] ?? UNDER_WAY;
  if (pay) return tap(4, pay);
  if (tier) return tap(3, tier, 'Choose how long.');
  if (confirm) return tap(3, confirm, `Type an amount, then tap “${isolated(confirm.text)}”.`);
  return channel && tap(3, channel);
}

function inChannel(messages) {
  const offer = messages.flatMap(buttonsOf).find(isOffer);
  return (
    offer && onPhone(1, { tab: 'channel', press: offer, words: `To buy, tap “${isolated(offer.text)}”.` })
  );
}
