import type { MessageOf } from '../../../../domain/messages/messages';
import { truncate, html, lines, type Html } from '../../html';
import { LANGUAGE_TRAITS } from '../../languages';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { linkedGroupLine } from '../linked-group';
import { noteLine, ownButton } from '../menu';

type Settings = MessageOf<'channel_settings'>;

/** Whether `/start` lists the channel, as the catalog chooses by it. */
const listedState = ({ listed, mayBeListed }: Settings): string => {
  if (!listed) return 'no';
  return mayBeListed ? 'yes' : 'blocked';
};

const kindOf = ({ privateKind }: Settings) => ({ kind: privateKind ?? 'channel' });

const MAX_TEXT = 300;
const orNone = (text: string | null, wording: Wording): Html =>
  text === null || text === '' ? wording.html('settings-none') : html`${truncate(text, MAX_TEXT)}`;
const titleOrNone = (title: string | null, wording: Wording): Html =>
  orNone(title === null ? null : shortTitle(title), wording);

export const channelSettingsView = (message: Settings, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    wording.html('settings-title', { title: shortTitle(message.title) }),
    '',
    wording.html('settings-private', {
      value: titleOrNone(message.privateTitle, wording),
      ...kindOf(message),
    }),
    ...linkedGroupLine(message.hasLinkedGroup, kindOf(message), wording),
    wording.html('settings-public', { value: titleOrNone(message.publicTitle, wording) }),
    wording.html('settings-description', { value: orNone(message.description, wording) }),
    wording.html('settings-tiers', { count: message.tiers.length }),
    wording.html('settings-donation-message', { value: orNone(message.donationMessage, wording) }),
    wording.html('settings-grace', { hours: message.graceHours }),
    wording.html('settings-tolerance', { percent: message.tolerancePercent }),
    wording.html('settings-removals', { removals: message.removals }),
    wording.html('settings-time-zone', { timeZone: message.timeZone }),
    message.language === undefined
      ? undefined
      : wording.html('settings-language', { language: LANGUAGE_TRAITS[message.language].ownName }),
    wording.html('settings-listed', { listed: listedState(message) }),
  ),
  ...keyboardOf(
    [
      ...ownButton(message, wording.text('settings-button-title'), ['edit', 'title']),
      ...ownButton(message, wording.text('settings-button-description'), ['edit', 'description']),
    ],
    [
      ...ownButton(message, wording.text('settings-button-tiers'), ['tiers']),
      ...ownButton(message, wording.text('settings-button-donation-message'), ['edit', 'donation_message']),
    ],
    ownButton(message, wording.text('settings-button-amounts'), ['amounts']),
    [
      ...ownButton(message, wording.text('settings-button-grace'), ['edit', 'grace_hours']),
      ...ownButton(message, wording.text('settings-button-tolerance'), ['edit', 'tolerance_percent']),
    ],
    [
      ...ownButton(message, wording.text('settings-button-removals'), ['removals']),
      ...ownButton(message, wording.text('settings-button-time-zone'), ['edit', 'time_zone']),
    ],
    [
      ...ownButton(message, wording.text('settings-button-private', kindOf(message)), ['chat', 'private']),
      ...ownButton(message, wording.text('settings-button-public'), ['chat', 'public']),
    ],
    ownButton(message, wording.text('settings-button-language'), ['language']),
    message.listed
      ? ownButton(message, wording.text('settings-button-unlist'), ['listed', 'off'])
      : ownButton(message, wording.text('settings-button-list'), ['listed', 'on']),
    ownButton(message, wording.text('settings-button-team'), ['team']),
    ownButton(message, wording.text('common-back'), ['menu']),
  ),
});

export const channelRemovalsView = (message: MessageOf<'channel_removals'>, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    wording.html('settings-removals-title', { title: shortTitle(message.title) }),
    '',
    wording.html('settings-removals-now', { removals: message.removals }),
  ),
  ...keyboardOf(
    ownButton(message, wording.text('settings-removals-on'), ['set-removals', 'on']),
    ownButton(message, wording.text('settings-removals-trial'), ['set-removals', 'dry_run']),
    ownButton(message, wording.text('settings-removals-off'), ['set-removals', 'off']),
    ownButton(message, wording.text('common-back'), ['settings']),
  ),
});
