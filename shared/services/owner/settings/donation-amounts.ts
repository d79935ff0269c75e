import { readDonationAmounts, setDonationAmounts } from '../../../database/owner/donation-amounts';
import { MAX_PRESETS, readPresets } from '../../../domain/donations/presets';
import { takesStars } from '../../../domain/owner/allowed-owners';
import { promised } from '../../../domain/prompt-effects';
import { askQuestion, rejectReplyOnPage, type QuestionHandler } from '../page/ask-question';
import {
  NOT_ALLOWED,
  pageHeader,
  promisePage,
  refuseOwnerAction,
  showPageWithNote,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Builds the page with the amounts that donors give with one tap. */
export const amountsPage: PageBuilder = async ({ database, starsFor, channelRole, note }) => ({
  type: 'donation_amounts',
  ...pageHeader(channelRole),
  ...(await readDonationAmounts(database, channelRole)),
  takesStars: takesStars(starsFor, channelRole.ownerUserId),
  note,
});

const askAmounts: OwnerActionHandler = (request) =>
  askQuestion(request, { question: 'donation_amounts', action: 'amounts', draft: {} }, amountsPage);

const dropAmounts: OwnerActionHandler = async (request) => {
  const { context, channelRole } = request;
  const change = { actor: channelRole, presets: [] };
  return (await setDonationAmounts(context.database, context.delivery, change))
    ? showPageWithNote(request, amountsPage, { answer: 'saved' })
    : refuseOwnerAction(request, NOT_ALLOWED);
};

/** Takes the typed amounts. One below today's minimum is kept, because the minimum changes by the hour. */
export const AMOUNTS_QUESTION: QuestionHandler = {
  action: 'amounts',
  answer: async (reply) => {
    const { context, channelRole, dialog, text } = reply;
    const presets = readPresets(text);
    if (presets === undefined)
      return rejectReplyOnPage(reply, {
        page: 'amounts',
        note: { answer: 'amounts_unclear', most: MAX_PRESETS },
      });
    const { messageId } = dialog;
    const page = promisePage(context, {
      ...channelRole,
      messageId,
      page: 'amounts',
      note: { answer: 'saved' },
    });
    const change = { actor: channelRole, presets, promised: [page] };
    await setDonationAmounts(context.database, context.delivery, change);
    return promised();
  },
};

export const amountHandlers = {
  amounts: askAmounts,
  'drop-amounts': dropAmounts,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
