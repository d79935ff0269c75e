import { readSettings } from '../../../database/owner/channel-pages';
import { setChannelLanguage } from '../../../database/owner/settings';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../../domain/common/language';
import { postsRefreshed } from '../../posts/refresh-posts';
import {
  pageHeader,
  NOT_ALLOWED,
  NOT_IN_USE,
  refuseOwnerAction,
  showsPage,
  showPageWithNote,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Builds the page with the languages to choose from for the posts. */
export const languagePage: PageBuilder = async ({ database, channelRole, note }) => {
  const { language = DEFAULT_LANGUAGE } = await readSettings(database, channelRole);
  return { type: 'channel_language', ...pageHeader(channelRole), language, note };
};

/** Saves the language, and promises to edit the posts that are in the channel. */
const chooseLanguage: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const language = LANGUAGES.find((each) => each === argument);
  if (language === undefined) return refuseOwnerAction(request, NOT_IN_USE);
  const isDone = await setChannelLanguage(context.database, context.delivery, {
    actor: channelRole,
    language,
    promised: [postsRefreshed(channelRole.openChannelId, `update:${context.updateId}`)],
  });
  if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
  const shown = await showPageWithNote(request, languagePage, { answer: 'saved' });
  return { ...shown, isPromised: true };
};

export const languageHandlers = {
  language: showsPage(languagePage),
  'set-language': chooseLanguage,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
