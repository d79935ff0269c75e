import type { ChannelSettings } from '../../../domain/messages/owner-settings';
import { readSettings } from '../../../database/owner/channel-pages';
import { setRemovals as saveRemovals, setTimeZone } from '../../../database/owner/settings';
import {
  pageHeader,
  NOT_ALLOWED,
  refuse,
  showsPage,
  showPageWithNote,
  type OwnHandler,
  type Page,
} from '../page/owner-request';
import { readTimeZone } from './setting-questions';

export const settingsPage: Page = async ({ database, standing, note }) => {
  const { openChannelId, role } = standing;
  return {
    type: 'channel_settings',
    openChannelId,
    role,
    note,
    ...(await readSettings(database, standing)),
  };
};

/** One of the usual zones, by its button. */
const chooseZone: OwnHandler = async (asked) => {
  const { handled, argument = '' } = asked;
  const zone = await readTimeZone(handled.database, argument);
  if (!zone.ok) return refuse(asked, zone.complaint);
  const isDone = await setTimeZone(handled.database, handled.delivery, {
    actor: asked.standing,
    action: 'zone',
    zone: zone.value,
  });
  return isDone ? showPageWithNote(asked, settingsPage, { answer: 'saved' }) : refuse(asked, NOT_ALLOWED);
};

export const removalsPage: Page = async ({ database, standing, note }) => {
  const { removals } = await readSettings(database, standing);
  return { type: 'channel_removals', ...pageHeader(standing), removals, note };
};

const isRemovals = (word: string): word is ChannelSettings['removals'] =>
  ['on', 'dry_run', 'off'].includes(word);

const setRemovals: OwnHandler = async (asked) => {
  const { handled, standing, argument = '' } = asked;
  if (!isRemovals(argument)) return refuse(asked, NOT_ALLOWED);
  const change = { actor: standing, removals: argument };
  const isDone = await saveRemovals(handled.database, handled.delivery, change);
  if (!isDone) return refuse(asked, NOT_ALLOWED);
  return showPageWithNote(asked, removalsPage, { answer: 'removals_set', removals: argument });
};

export const settingsHandlers = {
  settings: showsPage(settingsPage),
  zone: chooseZone,
  removals: showsPage(removalsPage),
  'set-removals': setRemovals,
} satisfies Readonly<Record<string, OwnHandler>>;
