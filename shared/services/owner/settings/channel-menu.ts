import { readSummary } from '../../../database/owner/channel-pages';
import { pauseSales, resumeSales } from '../../../database/owner/settings';
import { startLink } from '../../../telegram/codec/start-parameter';
import {
  pageHeader,
  NOT_ALLOWED,
  refuseOwnerAction,
  showsPage,
  showPageWithNote,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Builds the first page about a channel, which links to all others. */
export const menuPage: PageBuilder = async ({ database, botUsername, channelRole, note }) => {
  const summary = await readSummary(database, channelRole);
  const link = startLink(botUsername, `sub_${channelRole.openChannelId}`);
  return { type: 'channel_menu', ...pageHeader(channelRole), note, link, ...summary };
};

/** Pauses or resumes sales. Members keep the access that they paid for. */
const switchSales =
  (action: 'pause' | 'resume'): OwnerActionHandler =>
  async (request) => {
    const { database, delivery } = request.context;
    const change = action === 'pause' ? pauseSales : resumeSales;
    const isDone = await change(database, delivery, { actor: request.channelRole });
    if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
    return showPageWithNote(request, menuPage, {
      answer: action === 'pause' ? 'sales_paused' : 'sales_resumed',
    });
  };

export const menuHandlers = {
  menu: showsPage(menuPage),
  pause: switchSales('pause'),
  resume: switchSales('resume'),
} satisfies Readonly<Record<string, OwnerActionHandler>>;
