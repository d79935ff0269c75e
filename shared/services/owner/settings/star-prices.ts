import { readSettings } from '../../../database/owner/channel-pages';
import { readDonationStars, setDonationStars, setTierStars } from '../../../database/stars/star-prices';
import { takesStars } from '../../../domain/owner/allowed-owners';
import {
  isStarPrice,
  MAX_STAR_PRESETS,
  MOST_STARS,
  readStarPresets,
  typedStars,
  USUAL_STAR_PRESETS,
} from '../../../domain/stars/star-prices';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { postsRefreshed } from '../../posts/refresh-posts';
import { askQuestion, rejectReplyOnPage, type QuestionHandler } from '../page/ask-question';
import {
  NOT_ALLOWED,
  pageHeader,
  promisePage,
  refuseOwnerAction,
  showPageWithNote,
  type OwnerActionHandler,
  type OwnerRequest,
  type PageBuilder,
} from '../page/owner-request';
import { tiersPage } from './tiers';

const TIER_GONE = { answer: 'tier_gone' } as const;
const STARS_OFF = { answer: 'stars_off' } as const;

const isOff = ({ context, channelRole }: Pick<OwnerRequest, 'context' | 'channelRole'>): boolean =>
  !takesStars(context.starsFor, channelRole.ownerUserId);

/** Builds the page on which an owner chooses or types what a tier costs in Stars. */
export const tierStarsPage: PageBuilder = async (input) => {
  const { database, channelRole, argument, note } = input;
  const { tiers } = await readSettings(database, channelRole);
  const tier = tiers.find(({ position }) => position === Number(argument));
  if (tier === undefined) return tiersPage({ ...input, note: TIER_GONE });
  return { type: 'tier_stars', ...pageHeader(channelRole), tier, note };
};

/** Builds the page with what donors choose from in Stars. */
export const donationStarsPage: PageBuilder = async ({ database, channelRole, note }) => ({
  type: 'donation_stars',
  ...pageHeader(channelRole),
  stars: await readDonationStars(database, channelRole),
  note,
});

const askTierStars: OwnerActionHandler = async (request) =>
  isOff(request)
    ? showPageWithNote(request, tierStarsPage, STARS_OFF)
    : askQuestion(
        request,
        { question: 'tier_stars', action: 'tier-stars', draft: { position: Number(request.argument) } },
        tierStarsPage,
      );

const askDonationStars: OwnerActionHandler = async (request) =>
  isOff(request)
    ? refuseOwnerAction(request, STARS_OFF)
    : askQuestion(
        request,
        { question: 'donation_stars', action: 'donation-stars', draft: {} },
        donationStarsPage,
      );

/** Sets a suggested price in Stars, or takes the price away, which is possible even after the operator switched Stars off. */
const chooseTierStars: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '' } = request;
  const [position = '', chosen] = argument.split('_');
  const stars = chosen === 'none' ? null : Number(chosen);
  if (stars !== null && !isStarPrice(stars)) return refuseOwnerAction(request, NOT_ALLOWED);
  if (stars !== null && isOff(request)) return refuseOwnerAction(request, STARS_OFF);
  const refreshed = postsRefreshed(channelRole.openChannelId, `update:${context.updateId}`);
  const change = { actor: channelRole, position: Number(position), stars, promised: [refreshed] };
  const isDone = await setTierStars(context.database, context.delivery, change);
  const shown = { ...request, argument: position };
  return showPageWithNote(shown, tierStarsPage, isDone ? { answer: 'saved' } : TIER_GONE);
};

const chooseDonationStars: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const stars = argument === 'off' ? null : USUAL_STAR_PRESETS;
  if (stars !== null && isOff(request)) return refuseOwnerAction(request, STARS_OFF);
  const isDone = await setDonationStars(context.database, context.delivery, { actor: channelRole, stars });
  return isDone
    ? showPageWithNote(request, donationStarsPage, { answer: 'saved' })
    : refuseOwnerAction(request, NOT_ALLOWED);
};

/** Takes the typed price of a tier. */
const TIER_QUESTION: QuestionHandler = {
  action: 'tier-stars',
  answer: async (reply): Promise<Reaction> => {
    const { context, channelRole, dialog, text } = reply;
    const position = Number(dialog.draft['position']);
    const page = { page: 'tier-stars', argument: String(position) } as const;
    const stars = typedStars(text);
    if (isOff(reply)) return rejectReplyOnPage(reply, { ...page, note: STARS_OFF });
    if (!Number.isInteger(position)) return rejectReplyOnPage(reply, { page: 'tiers', note: TIER_GONE });
    if (stars === undefined)
      return rejectReplyOnPage(reply, { ...page, note: { answer: 'not_stars', max: MOST_STARS } });
    const { messageId } = dialog;
    const shown = promisePage(context, { ...channelRole, messageId, ...page, note: { answer: 'saved' } });
    const refreshed = postsRefreshed(channelRole.openChannelId, `update:${context.updateId}`);
    const change = { actor: channelRole, position, stars, promised: [shown, refreshed] };
    const isDone = await setTierStars(context.database, context.delivery, change);
    return isDone ? promised() : rejectReplyOnPage(reply, { page: 'tiers', note: TIER_GONE });
  },
};

/** Takes what donors may choose from, as typed. */
const DONATION_QUESTION: QuestionHandler = {
  action: 'donation-stars',
  answer: async (reply) => {
    const { context, channelRole, dialog, text } = reply;
    const stars = readStarPresets(text);
    const page = 'donation-stars';
    if (isOff(reply)) return rejectReplyOnPage(reply, { page, note: STARS_OFF });
    if (stars === undefined)
      return rejectReplyOnPage(reply, {
        page,
        note: { answer: 'star_presets_unclear', most: MAX_STAR_PRESETS, max: MOST_STARS },
      });
    const { messageId } = dialog;
    const shown = promisePage(context, { ...channelRole, messageId, page, note: { answer: 'saved' } });
    await setDonationStars(context.database, context.delivery, {
      actor: channelRole,
      stars,
      promised: [shown],
    });
    return promised();
  },
};

export const starQuestions = { tier_stars: TIER_QUESTION, donation_stars: DONATION_QUESTION };

export const starHandlers = {
  'tier-stars': askTierStars,
  'set-stars': chooseTierStars,
  'donation-stars': askDonationStars,
  'set-donation-stars': chooseDonationStars,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
