import type { ChannelSettings } from '../../../domain/messages/owner-settings';
import { readSettings } from '../../../database/owner/channel-pages';
import { setRemovals as saveRemovals, setTimeZone } from '../../../database/owner/settings';
import {
  pageHeader,
  NOT_ALLOWED,
  refuseOwnerAction,
  showsPage,
  showPageWithNote,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';
import { readTimeZone } from './setting-questions';

export const settingsPage: PageBuilder = async ({ database, channelRole, note }) => {
  const { openChannelId, role } = channelRole;
  return {
    type: 'channel_settings',
    openChannelId,
    role,
    note,
    ...(await readSettings(database, channelRole)),
  };
};

/** Saves one of the common zones, chosen by a button. */
const chooseZone: OwnerActionHandler = async (request) => {
  const { context, argument = '' } = request;
  const zone = await readTimeZone(context.database, argument);
  if (!zone.ok) return refuseOwnerAction(request, zone.complaint);
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
  ['on', 'dry_run', 'off'].includes(word);

const setRemovals: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '' } = request;
  if (!isRemovals(argument)) return refuseOwnerAction(request, NOT_ALLOWED);
  const change = { actor: channelRole, removals: argument };
  const isDone = await saveRemovals(context.database, context.delivery, change);
  if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
  return showPageWithNote(request, removalsPage, { answer: 'removals_set', removals: argument });
};

export const settingsHandlers = {
  settings: showsPage(settingsPage),
  zone: chooseZone,
  removals: showsPage(removalsPage),
  'set-removals': setRemovals,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
