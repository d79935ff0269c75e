import { readSummary } from '../../../database/owner/channel-pages';
import { pauseSales, resumeSales } from '../../../database/owner/settings';
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
    const change = action === 'pause' ? pauseSales : resumeSales;
    const isDone = await change(database, delivery, { actor: asked.standing });
    if (!isDone) return refuse(asked, NOT_ALLOWED);
    return showPageWithNote(asked, menuPage, {
      answer: action === 'pause' ? 'sales_paused' : 'sales_resumed',
    });
  };

export const menuHandlers = {
  menu: showsPage(menuPage),
  pause: switchSales('pause'),
  resume: switchSales('resume'),
} satisfies Readonly<Record<string, OwnHandler>>;
