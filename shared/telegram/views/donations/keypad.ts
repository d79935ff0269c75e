import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { MAX_NOTE_CHARACTERS, type DonorChoice, type KeypadChoices } from '../../../domain/donations/choices';
import { KEYPAD_LIFETIME_MINUTES } from '../../../domain/donations/keypad';
import { PRESET_KEYS, type TapKey } from '../../../domain/donations/presets';
import type { MessageOf } from '../../../domain/messages/messages';
import { MAX_DONATION_CENTS } from '../../../domain/common/money';
import { callbackData } from '../../codec/callback-data';
import { truncate, html, lines, type Html } from '../html';
import { button, keyboardOf, MAX_DONATION_MESSAGE, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { quoted } from '../donor-note';

const key = (label: string, of: TapKey): InlineKeyboardButton => button(label, callbackData.key(of));

/** A keypad on which nothing was chosen yet, of a channel without amounts to choose from. */
export const NOTHING_CHOSEN: KeypadChoices = { presets: [], lastCents: null, isAnonymous: false, note: null };

/** The buttons that give an amount at once: one row with the owner's amounts, one with the donor's last. */
const presetRows = ({ presets, lastCents }: KeypadChoices, wording: Wording): InlineKeyboardButton[][] =>
  [
    PRESET_KEYS.flatMap((of, index) => {
      const cents = presets[index];
      return cents === undefined ? [] : [key(wording.shortUsd(cents), of)];
    }),
    lastCents === null
      ? []
      : [key(wording.text('donations-keypad-again', { amount: wording.shortUsd(lastCents) }), 'preset_last')],
  ].filter((row) => row.length > 0);

const choice = (label: string, of: DonorChoice): InlineKeyboardButton =>
  button(label, callbackData.donorChoice(of));

/** The buttons of what can be chosen beside an amount. */
const choiceRow = ({ note, isAnonymous }: KeypadChoices, wording: Wording): InlineKeyboardButton[] => [
  note === null
    ? choice(wording.text('donations-keypad-note-add'), 'write_note')
    : choice(wording.text('donations-keypad-note-remove'), 'drop_note'),
  isAnonymous
    ? choice(wording.text('donations-keypad-named'), 'named')
    : choice(wording.text('donations-keypad-stay-anonymous'), 'anonymous'),
];

const inCrypto = (wording: Wording) => [choice(wording.text('paystep-donate-crypto'), 'in_crypto')];
const inStars = (wording: Wording) => [choice(wording.text('paystep-donate-stars'), 'in_stars')];

/** The keypad. Its first row shows the amount that was typed so far. */
export const keypadKeyboard = (
  { entry, choices }: { readonly entry: string; readonly choices: KeypadChoices },
  wording: Wording,
): InlineKeyboardMarkup => ({
  inline_keyboard: [
    [
      {
        text: wording.text('donations-keypad-amount', { amount: wording.amounts.typedDollars(entry) }),
        callback_data: callbackData.display,
      },
    ],
    ...presetRows(choices, wording),
    [key('1', '1'), key('2', '2'), key('3', '3')],
    [key('4', '4'), key('5', '5'), key('6', '6')],
    [key('7', '7'), key('8', '8'), key('9', '9')],
    [key(wording.amounts.decimalSign, '.'), key('0', '0'), key('←', 'backspace')],
    [
      key(wording.text('donations-keypad-clear'), 'clear'),
      key(wording.text('donations-keypad-confirm'), 'confirm'),
    ],
    choiceRow(choices, wording),
    ...(choices.mayBeStars === true ? [inStars(wording)] : []),
    [key(wording.text('common-cancel'), 'cancel')],
  ],
});

/** What was chosen beside the amount, and what is asked. */
function choiceLines(
  { isNoteAsked, refusedLength, choices = NOTHING_CHOSEN }: MessageOf<'keypad'>,
  wording: Wording,
): readonly (Html | '' | undefined)[] {
  const { note, isAnonymous } = choices;
  const most = MAX_NOTE_CHARACTERS;
  const isTooLong = refusedLength !== undefined && refusedLength > most;
  const chosen = [
    note === null ? undefined : wording.html('donations-keypad-note', { note: quoted(note) }),
    isAnonymous ? wording.html('donations-keypad-anonymous') : undefined,
    isTooLong ? wording.html('donations-note-too-long', { length: refusedLength, most }) : undefined,
    isNoteAsked ? wording.html('donations-note-ask', { most }) : undefined,
  ].filter((line) => line !== undefined);
  return chosen.length === 0 ? [] : ['', ...chosen];
}

const STARS_IN_A_ROW = 3;

type StarKeypad = NonNullable<MessageOf<'keypad'>['starKeypad']>;

/** A button for each number of Stars that can be given, and the choices beside it. */
function starRows(
  { presets, mayBeCrypto }: StarKeypad,
  choices: KeypadChoices,
  wording: Wording,
): InlineKeyboardButton[][] {
  const buttons = presets.map((stars, index) =>
    button(wording.stars(stars), callbackData.giveStars(index + 1)),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / STARS_IN_A_ROW) }, (_, row) =>
    buttons.slice(row * STARS_IN_A_ROW, (row + 1) * STARS_IN_A_ROW),
  );
  return [...rows, choiceRow(choices, wording), mayBeCrypto === true ? inCrypto(wording) : []];
}

/** A keypad of a channel that takes Stars, until the donor chose crypto. */
function starKeypadView(message: MessageOf<'keypad'>, starKeypad: StarKeypad, wording: Wording): View {
  const { title, donationMessage, choices = NOTHING_CHOSEN } = message;
  const isAmountAsked = starKeypad.inStars === true;
  const rows = isAmountAsked ? starRows(starKeypad, choices, wording) : [inCrypto(wording), inStars(wording)];
  return {
    text: lines(
      wording.html('donations-keypad-title', { title: shortTitle(title) }),
      donationMessage === '' ? undefined : html`${truncate(donationMessage, MAX_DONATION_MESSAGE)}`,
      '',
      wording.html(isAmountAsked ? 'paystep-donate-amount' : 'paystep-donate-how'),
      ...choiceLines(message, wording),
    ),
    ...keyboardOf(...rows, [key(wording.text('common-cancel'), 'cancel')]),
  };
}

export function keypadView(message: MessageOf<'keypad'>, wording: Wording): View {
  if (message.starKeypad !== undefined) return starKeypadView(message, message.starKeypad, wording);
  const { title, donationMessage, leastCents, entry = '', choices = NOTHING_CHOSEN } = message;
  const limits = {
    least: wording.least(leastCents ?? null),
    most: wording.usd(MAX_DONATION_CENTS),
    minutes: KEYPAD_LIFETIME_MINUTES,
  };
  return {
    text: lines(
      wording.html('donations-keypad-title', { title: shortTitle(title) }),
      donationMessage === '' ? undefined : html`${truncate(donationMessage, MAX_DONATION_MESSAGE)}`,
      '',
      presetRows(choices, wording).length === 0
        ? wording.html('donations-keypad-how', limits)
        : wording.html('donations-keypad-how-presets', limits),
      ...choiceLines(message, wording),
    ),
    keyboard: keypadKeyboard({ entry, choices }, wording),
  };
}
