import { readSummary } from '../../../database/owner/channel-pages';
import { actOn } from '../../../database/common/channel-roles';
import {
  pageHeader,
  NOT_ALLOWED,
  refuse,
  showsPage,
  showPageWithNote,
  type OwnHandler,
  type Page,
} from '../page/owner-request';

/** The first page about a channel, from which all others are reached. */
export const menuPage: Page = async ({ database, standing, note }) => {
  const summary = await readSummary(database, standing);
  return { type: 'channel_menu', ...pageHeader(standing), note, ...summary };
};

/** Stops selling, or goes on. Who is in stays for the time that was paid for. */
const switchSales =
  (action: 'pause' | 'resume'): OwnHandler =>
  async (asked) => {
    const { database, delivery } = asked.handled;
    const { openChannelId, userId } = asked.standing;
    const act = { act: action === 'pause' ? 'channel_paused' : 'channel_resumed' };
    const isDone = await actOn(
      database,
      delivery,
      { openChannelId, userId, action, act },
      (sql) => sql`
        update channels set updated_at = app_now(),
          paused_at = ${action === 'pause' ? sql`coalesce(paused_at, app_now())` : sql`null`}
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
    );
    if (!isDone) return refuse(asked, NOT_ALLOWED);
    return showPageWithNote(
      asked,
      menuPage,
      action === 'pause'
        ? 'Paused: nothing is sold until you resume. Members stay for the time they paid for.'
        : 'Resumed: it is sold again.',
    );
  };

export const menuHandlers = {
  menu: showsPage(menuPage),
  pause: switchSales('pause'),
  resume: switchSales('resume'),
} satisfies Readonly<Record<string, OwnHandler>>;
