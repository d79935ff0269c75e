import type { InlineKeyboardButton } from 'grammy/types';
import { MAX_TIERS, type SetUpStep } from '../../../../domain/owner/set-up';
import { formatUsd } from '../../../../domain/common/money';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { truncate, html, lines, type Html } from '../../html';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../../view';
import { plural, formatDays, identifiedPayer, leastWords, shortTierName } from '../../words';
import { complaintLine } from '../menu';
import { reviewPage } from './set-up-review';
import type { SetUp, SetUpPage } from './set-up-page';

const MAX_TITLE_ON_BUTTON = 48;
const MAX_TITLES = 10;
const MAX_TEXT = 300;

export const setUpOfferedView = ({ titles }: MessageOf<'set_up_offered'>): View => ({
  text: lines(
    html`🆕
      <b>I was added to ${titles.length > 1 ? plural(titles.length, 'channel') : 'a channel'} of yours:</b>`,
    ...titles.slice(0, MAX_TITLES).map((title) => html`• ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`),
    '',
    html`Do you want to sell access to it, or take donations? It takes five minutes, all of it here.`,
  ),
  ...keyboardOf(
    [button('🛠 Set it up', callbackData.openSetUp)],
    [button('🕓 Not now', callbackData.postponeSetUp)],
  ),
});

export const groupsNotSoldView = ({ addUrl }: MessageOf<'groups_not_sold'>): View =>
  addUrl === undefined
    ? { text: html`👥 I only work in channels, not in groups. You can remove me from the group.` }
    : {
        text: lines(
          html`👥 <b>I can only sell access to channels for now, not to groups.</b>`,
          '',
          html`I stay silent in the group, so you can remove me there. To sell access, add me to a private
          channel as an administrator, then send /setup.`,
        ),
        ...keyboardOf([linkButton('➕ Add me to a channel', addUrl)]),
      };

/** Buttons with which the creator of a channel takes it back. */
const claimRows = (claims: SetUp['claims']): InlineKeyboardButton[][] =>
  claims.map(({ openChannelId, title }) => [
    button(`🔑 Claim ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`, callbackData.claim(openChannelId)),
  ]);

const claimLine = (claims: SetUp['claims']): Html | undefined =>
  claims.length === 0
    ? undefined
    : html`🔑 Somebody else has set up a channel that you created. You can claim it back.`;

export const setUpClosedView = ({ userId, claims }: MessageOf<'set_up_closed'>): View => ({
  text: lines(
    html`Only people chosen by the operator of this bot can set up channels here.`,
    userId === undefined ? undefined : html`To be added, send the operator your Telegram id: ${userId}.`,
    claimLine(claims),
  ),
  ...keyboardOf(...claimRows(claims)),
});

export const claimAskedView = ({ openChannelId, title, owner }: MessageOf<'claim_asked'>): View => ({
  text: lines(
    html`🔑 <b>Claim ${shortTitle(title)}?</b>`,
    '',
    html`${identifiedPayer(owner)} has set it up here. You created its channel in Telegram, so you can claim
    it with its members, settings and sales. They lose their role, and I tell them.`,
  ),
  ...keyboardOf(
    [button('🔑 Yes, claim it', callbackData.claimNow(openChannelId))],
    [button('✕ No', callbackData.openSetUp)],
  ),
});

const choice = ({ step }: SetUp, label: string, value: string | number) => [
  button(label, callbackData.setUp(step, value)),
];

/** A button for each channel, and buttons to add another. */
const chatRows = (message: SetUp): InlineKeyboardButton[][] => [
  ...message.chats.map(({ chatId, title }) =>
    choice(message, `📣 ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`, chatId),
  ),
  [linkButton('➕ Add me to another channel', message.addUrl)],
  choice(message, '🔄 I added it: look again', 'look'),
];

/** Buttons that keep the current value or leave it empty. */
const keepOrSkipRows = (message: SetUp, value: string): InlineKeyboardButton[][] =>
  value === ''
    ? [choice(message, '⏭ Skip', 'skip')]
    : [
        choice(message, `👌 Keep “${shortTitle(value.replace(/\s+/g, ' '), MAX_TITLE_ON_BUTTON)}”`, 'keep'),
        choice(message, '🗑 Leave it empty', 'skip'),
      ];

const currentLine = (value: string): Html | undefined =>
  value === '' ? undefined : html`<b>Now:</b> ${truncate(value, MAX_TEXT)}`;

const privatePage: SetUpPage = (message) => ({
  text: [
    html`<b>Which private channel do you sell?</b>`,
    html`Buyers are let in by me and taken out when their time is over. I need two rights there: “Invite Users
    via Link” and “Ban Users”.`,
    message.chats.length === 0
      ? html`I am no administrator of any channel of yours yet that is not sold. Add me to one, then come
        back.`
      : html`Choose it, or add me to another.`,
    claimLine(message.claims),
  ],
  rows: [...chatRows(message), ...claimRows(message.claims)],
});

const publicPage: SetUpPage = (message) => ({
  text: [
    html`<b>Is there a public channel beside it?</b>`,
    html`There I post what you sell, for all to see. I need the right “Post Messages” there. Without one you
    send people your link yourself.`,
  ],
  rows: [...chatRows(message), choice(message, '🚫 None', 'none')],
});

const titlePage: SetUpPage = (message) => ({
  text: [
    html`<b>What is it called?</b>`,
    html`Buyers see this name in the list, on their invoice and in every message. Type it, or keep the name of
    the channel.`,
  ],
  rows: [choice(message, `👌 Keep “${shortTitle(message.draft.title, MAX_TITLE_ON_BUTTON)}”`, 'keep')],
});

const descriptionPage: SetUpPage = (message) => ({
  text: [
    html`<b>What do buyers get?</b>`,
    html`A few sentences, shown above the prices. Type them and send them to me.`,
    currentLine(message.draft.description),
  ],
  rows: keepOrSkipRows(message, message.draft.description),
});

const tiersPage: SetUpPage = (message) => {
  const { tiers } = message.draft;
  return {
    text: [
      html`<b>What does access cost?</b>`,
      tiers.length === 0
        ? html`Add a tier: a name, a price and for how long. You can have up to ${MAX_TIERS}.`
        : html`Press a tier to take it out again.`,
    ],
    rows: [
      ...tiers.map(({ name, priceCents, days }, index) =>
        choice(
          message,
          `🗑 ${shortTierName(name, 24)} – ${formatUsd(priceCents)} / ${formatDays(days)}`,
          `drop${index + 1}of${tiers.length}`,
        ),
      ),
      tiers.length < MAX_TIERS ? choice(message, '➕ Add a tier', 'add') : [],
      tiers.length === 0
        ? choice(message, '💝 Donations only', 'done')
        : choice(message, '✅ That is all', 'done'),
    ],
  };
};

const namePage: SetUpPage = (message) => ({
  text: [html`<b>What is this tier called?</b>`, html`For example “Gold”. Type it, or take one of these.`],
  rows: [['Basic', 'Gold', 'VIP'].flatMap((name) => choice(message, name, name.toLowerCase()))],
});

const pricePage: SetUpPage = (message) => ({
  text: [
    html`<b>What does “${shortTierName(message.draft.tier.name ?? '')}” cost, in US dollars?</b>`,
    html`Type it, from ${leastWords(message.leastCents ?? null)}, like 29.99. Or take one of these.`,
  ],
  rows: [[15, 30, 50, 100].flatMap((dollars) => choice(message, `$${dollars}`, dollars))],
});

const daysPage: SetUpPage = (message) => ({
  text: [
    html`<b>How many days does “${shortTierName(message.draft.tier.name ?? '')}” last?</b>`,
    html`Type the number, or take one of these.`,
  ],
  rows: [[7, 30, 90, 365].flatMap((days) => choice(message, formatDays(days), days))],
});

const donationPage: SetUpPage = (message) => ({
  text: [
    html`<b>What do you say to donors?</b>`,
    html`Shown above the keypad on which they type how much. Type it, or skip it.`,
    currentLine(message.draft.donationMessage),
  ],
  rows: keepOrSkipRows(message, message.draft.donationMessage),
});

const notificationsPage: SetUpPage = (message) => ({
  text: [
    html`<b>Shall I write to you of each sale?</b>`,
    html`Here, in this chat. You can change it at any time.`,
  ],
  rows: [choice(message, '🔔 Yes, here', 'on'), choice(message, '🔕 No', 'off')],
});

const gracePage: SetUpPage = (message) => ({
  text: [
    html`<b>How long may somebody stay who did not renew?</b>`,
    html`In hours, up to 720. Type the number, or take one of these.`,
  ],
  rows: [
    [
      ...choice(message, 'Not at all', 0),
      ...choice(message, '24 hours', 24),
      ...choice(message, '3 days', 72),
    ],
  ],
});

const tolerancePage: SetUpPage = (message) => ({
  text: [
    html`<b>How much of a price may be missing?</b>`,
    html`Coins move and wallets take fees, so a payment can be a little short. In percent, up to 20. Type the
    number, or take one of these.`,
  ],
  rows: [[0, 1, 2, 5].flatMap((percent) => choice(message, `${percent} %`, percent))],
});

const PAGES: Readonly<Record<SetUpStep, SetUpPage>> = {
  private: privatePage,
  public: publicPage,
  title: titlePage,
  description: descriptionPage,
  tiers: tiersPage,
  name: namePage,
  price: pricePage,
  days: daysPage,
  donation: donationPage,
  notifications: notificationsPage,
  grace: gracePage,
  tolerance: tolerancePage,
  review: reviewPage,
};

/** One page of a set-up: the question, the reason if the last answer was refused, and buttons to go back and cancel. */
export const setUpView = (message: SetUp): View => {
  const { text, rows } = PAGES[message.step](message);
  return {
    text: lines(
      ...complaintLine(message.complaint),
      html`🛠 <b>Setting up ${message.draft.title === '' ? 'a channel' : shortTitle(message.draft.title)}</b>`,
      '',
      ...text,
    ),
    ...keyboardOf(message.again === null ? [] : choice(message, '🔄 Check again', message.again), ...rows, [
      ...(message.step === 'private' ? [] : choice(message, '« Back', 'back')),
      button('✕ Cancel', callbackData.cancelSetUp),
    ]),
  };
};
