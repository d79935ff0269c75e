import type { MessageOf } from '../../domain/messages/messages';
import { callbackData } from '../codec/callback-data';
import { commandMenu } from './commands';
import { html, lines, type Html } from './html';
import { chooseTalkButton } from './talk-buttons';
import { button, keyboardOf, type View } from './view';
import type { Wording } from './wording';
import type { WordingKey } from '../catalog';

/** A view without values: a message of the catalog for each line, `''` for an empty line. */
const staticView =
  (...keys: readonly (WordingKey | '')[]) =>
  (_message: unknown, wording: Wording): View => ({
    text: lines(...keys.map((key) => (key === '' ? '' : wording.html(key)))),
  });

/** The first line of what `/start` shows. */
export const welcomeLine = (
  { botUsername }: { readonly botUsername?: string | undefined },
  wording: Wording,
): Html => wording.html('help-welcome', { bot: botUsername === undefined ? 'unknown' : `@${botUsername}` });

export const welcomeView = (message: MessageOf<'welcome'>, wording: Wording): View => ({
  text: lines(
    welcomeLine(message, wording),
    '',
    wording.html('help-welcome-how'),
    '',
    wording.html('help-welcome-more'),
  ),
});

/** The other lines of `/help` say what these do. */
const NOT_LISTED: readonly string[] = ['start', 'channels', 'help'];

export const helpView = ({ maySetUp }: MessageOf<'help'>, wording: Wording): View => ({
  text: lines(
    wording.html('help-title'),
    '',
    wording.html('help-subscribe'),
    wording.html('help-donate'),
    '',
    ...commandMenu(wording)
      .filter(({ command }) => !NOT_LISTED.includes(command))
      .map(({ command, description }) =>
        wording.html('help-command', { command: html`${command}`, does: description }),
      ),
    ...(maySetUp === false ? [] : (['', wording.html('help-set-up')] as const)),
  ),
});

export const paySupportView = ({ takesStars }: MessageOf<'pay_support'>, wording: Wording): View => ({
  text: lines(
    wording.html('help-payment-title'),
    '',
    wording.html('help-payment'),
    '',
    ...(takesStars === true ? [wording.html('help-payment-stars'), '' as const] : []),
    wording.html('help-payment-owner'),
  ),
  ...keyboardOf(
    [button(wording.text('help-my-orders'), callbackData.mySubscriptions)],
    [chooseTalkButton(wording)],
  ),
});

const TERMS = ['help-terms-seller', 'help-terms-access', 'help-terms-donations', 'help-terms-money'] as const;
const TERMS_WITH_STARS = [
  'help-terms-seller',
  'help-terms-access-stars',
  'help-terms-donations',
  'help-terms-money',
  'help-terms-stars',
] as const;

export const termsView = ({ takesStars }: MessageOf<'terms'>, wording: Wording): View => ({
  text: lines(
    wording.html('help-terms-title'),
    ...(takesStars === true ? TERMS_WITH_STARS : TERMS).flatMap((key) => ['' as const, wording.html(key)]),
    '',
    wording.html('help-terms-more'),
  ),
});

/** A text that I don't understand may be about a payment. A user without an order is told so when they tap. */
export const notUnderstoodView = (_message: MessageOf<'not_understood'>, wording: Wording): View => ({
  text: lines(
    wording.html('help-not-understood'),
    wording.html('help-not-understood-next'),
    wording.html('help-not-understood-payment'),
  ),
  ...keyboardOf([chooseTalkButton(wording)]),
});
export const linkNotUnderstoodView = staticView('help-link-not-understood', 'help-link-not-understood-next');
export const channelUnknownView = staticView('help-channel-unknown', 'help-channel-unknown-next');
export const channelPausedView = staticView('help-channel-paused', 'help-channel-paused-next');
export const paymentsOffView = staticView('help-payments-off');
export const noCoinOnView = staticView('help-no-coin', '', 'help-no-coin-next');
