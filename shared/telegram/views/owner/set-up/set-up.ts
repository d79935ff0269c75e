import type { InlineKeyboardButton } from 'grammy/types';
import { MAX_GRACE_HOURS, MAX_TOLERANCE_PERCENT, type SetUpStep } from '../../../../domain/owner/set-up';
import { callbackData } from '../../../codec/callback-data';
import { truncate, lines, type Html } from '../../html';
import { button, keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { complaintLine } from '../menu';
import { rightsInWords } from '../place-words';
import { chatRows } from './chat-rows';
import { claimLine, claimRows } from './set-up-offers';
import { choice, type SetUp, type SetUpPage } from './set-up-page';
import { reviewPage } from './set-up-review';
import { tierDaysPage, tierNamePage, tierPricePage, setUpStarsPage, setUpTiersPage } from './set-up-tiers';

const MAX_TITLE_ON_BUTTON = 48;
const MAX_TEXT = 300;

/** A button for each chat, and buttons to add another. */
const choiceRows = (message: SetUp, wording: Wording): InlineKeyboardButton[][] => [
  ...chatRows(message, wording, (label, value) => choice(message, label, value)),
  choice(message, wording.text('common-look-again'), 'look'),
];

const keepButton = (message: SetUp, wording: Wording, value: string): InlineKeyboardButton[] => {
  const text = shortTitle(value.replace(/\s+/g, ' '), MAX_TITLE_ON_BUTTON);
  return choice(message, wording.text('setup-keep', { text }), 'keep');
};

/** Buttons that keep the current value or leave it empty. */
const keepOrSkipRows = (message: SetUp, wording: Wording, value: string): InlineKeyboardButton[][] =>
  value === ''
    ? [choice(message, wording.text('setup-skip'), 'skip')]
    : [keepButton(message, wording, value), choice(message, wording.text('setup-leave-empty'), 'skip')];

const currentLine = (value: string, wording: Wording): Html | undefined =>
  value === '' ? undefined : wording.html('setup-now', { text: truncate(value, MAX_TEXT) });

const privatePage: SetUpPage = (message, wording) => ({
  text: [
    wording.html('setup-private', {
      invite: rightsInWords(['can_invite_users'], wording),
      ban: rightsInWords(['can_restrict_members'], wording),
    }),
    wording.html(message.chats.length === 0 ? 'setup-private-none' : 'setup-private-choose'),
    claimLine(message.claims, wording),
  ],
  rows: [...choiceRows(message, wording), ...claimRows(message.claims, wording)],
});

const publicPage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-public', { post: rightsInWords(['can_post_messages'], wording) })],
  rows: [...choiceRows(message, wording), choice(message, wording.text('setup-public-none'), 'none')],
});

const titlePage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-title', { kind: message.draft.privateChat?.kind ?? 'channel' })],
  rows: [keepButton(message, wording, message.draft.title)],
});

const descriptionPage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-description'), currentLine(message.draft.description, wording)],
  rows: keepOrSkipRows(message, wording, message.draft.description),
});

const donationPage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-donation'), currentLine(message.draft.donationMessage, wording)],
  rows: keepOrSkipRows(message, wording, message.draft.donationMessage),
});

const notificationsPage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-notifications')],
  rows: [
    choice(message, wording.text('setup-notifications-on'), 'on'),
    choice(message, wording.text('setup-notifications-off'), 'off'),
  ],
});

const OFFERED_HOURS = [0, 24, 72];
const OFFERED_PERCENT = [0, 1, 2, 5];

const gracePage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-grace', { max: MAX_GRACE_HOURS })],
  rows: [
    OFFERED_HOURS.flatMap((hours) =>
      choice(message, wording.text('setup-grace-hours', { count: hours }), hours),
    ),
  ],
});

const tolerancePage: SetUpPage = (message, wording) => ({
  text: [wording.html('setup-tolerance', { max: MAX_TOLERANCE_PERCENT })],
  rows: [
    OFFERED_PERCENT.flatMap((percent) =>
      choice(message, wording.text('setup-percent', { count: percent }), percent),
    ),
  ],
});

const PAGES: Readonly<Record<SetUpStep, SetUpPage>> = {
  private: privatePage,
  public: publicPage,
  title: titlePage,
  description: descriptionPage,
  tiers: setUpTiersPage,
  name: tierNamePage,
  price: tierPricePage,
  starprice: setUpStarsPage,
  days: tierDaysPage,
  donation: donationPage,
  notifications: notificationsPage,
  grace: gracePage,
  tolerance: tolerancePage,
  review: reviewPage,
};

/** One page of a set-up: the question, the reason if the last answer was refused, and buttons to go back and cancel. */
export const setUpView = (message: SetUp, wording: Wording): View => {
  const { step, draft, again, complaint } = message;
  const { text, rows } = PAGES[step](message, wording);
  return {
    text: lines(
      ...complaintLine(complaint, wording),
      draft.title === ''
        ? wording.html('setup-heading-unnamed')
        : wording.html('setup-heading', { title: shortTitle(draft.title) }),
      '',
      ...text,
    ),
    ...keyboardOf(again === null ? [] : choice(message, wording.text('common-check-again'), again), ...rows, [
      ...(step === 'private' ? [] : choice(message, wording.text('common-back'), 'back')),
      button(wording.text('common-cancel'), callbackData.cancelSetUp),
    ]),
  };
};
