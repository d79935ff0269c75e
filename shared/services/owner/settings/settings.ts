import { REMOVALS } from '../../../domain/common/channel';
import type { ChannelSettings } from '../../../domain/messages/owner-settings';
import { readOpenGroup } from '../../../database/places/linked-groups';
import { readSettings } from '../../../database/owner/channel-pages';
import { setListed, setRemovals as saveRemovals, setTimeZone } from '../../../database/owner/settings';
import {
  pageHeader,
  NOT_ALLOWED,
  refuseOwnerAction,
  showsPage,
  showPageWithNote,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';
import { mayBeListed } from '../../../domain/owner/allowed-owners';
import { noteLinkedGroup } from '../../places/note-linked-group';
import { readTimeZone } from './setting-questions';

export const settingsPage: PageBuilder = async ({ database, owners, channelRole, note }) => {
  const { openChannelId, role, ownerUserId } = channelRole;
  const settings = await readSettings(database, channelRole);
  return {
    type: 'channel_settings',
    openChannelId,
    role,
    note,
    linked: await readOpenGroup(database, channelRole.closedChannelId),
    mayBeListed: mayBeListed(owners, { ...settings, ownerUserId }),
    ...settings,
  };
};

/** Opens the settings, for which Telegram is asked what may have changed in the channel. */
const openSettings: OwnerActionHandler = async (request) => {
  const { closedChannelId } = request.channelRole;
  if (closedChannelId !== null) await noteLinkedGroup(request.context, closedChannelId);
  return showPageWithNote(request, settingsPage, null);
};

/** Saves one of the common zones, chosen by a button. */
const chooseZone: OwnerActionHandler = async (request) => {
  const { context, argument = '' } = request;
  const zone = await readTimeZone(context.database, argument);
  if (!zone.ok) return refuseOwnerAction(request, { answer: 'time_zone_unknown' });
  const isDone = await setTimeZone(context.database, context.delivery, {
    actor: request.channelRole,
    action: 'zone',
    zone: zone.value,
  });
  return isDone
    ? showPageWithNote(request, settingsPage, { answer: 'saved' })
    : refuseOwnerAction(request, NOT_ALLOWED);
};

export const removalsPage: PageBuilder = async ({ database, channelRole, note }) => {
  const { removals } = await readSettings(database, channelRole);
  return { type: 'channel_removals', ...pageHeader(channelRole), removals, note };
};

const isRemovals = (word: string): word is ChannelSettings['removals'] =>
  (REMOVALS as readonly string[]).includes(word);

const setRemovals: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '' } = request;
  if (!isRemovals(argument)) return refuseOwnerAction(request, NOT_ALLOWED);
  const change = { actor: channelRole, removals: argument };
  const isDone = await saveRemovals(context.database, context.delivery, change);
  if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
  return showPageWithNote(request, removalsPage, { answer: 'removals_set', removals: argument });
};

/** Puts the channel on the list of `/start`, if the operator allows it, or takes it off. */
const switchListed: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const listed = argument === 'on';
  const isDone = await setListed(context.database, context.delivery, { actor: channelRole, listed });
  if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
  const { fileListed } = await readSettings(context.database, channelRole);
  const isAllowed = mayBeListed(context.owners, { ...channelRole, fileListed });
  const answer = !listed ? 'unlisted' : isAllowed ? 'listed' : 'listed_if_allowed';
  return showPageWithNote(request, settingsPage, { answer });
};

export const settingsHandlers = {
  settings: openSettings,
  zone: chooseZone,
  removals: showsPage(removalsPage),
  'set-removals': setRemovals,
  listed: switchListed,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
