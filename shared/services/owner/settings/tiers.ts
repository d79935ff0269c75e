import { readSettings } from '../../../database/owner/channel-pages';
import { openDialog } from '../../../database/common/dialogs';
import { addTier, changeTier, deleteTier } from '../../../database/owner/tiers';
import type { Answer } from '../../../domain/messages/answers';
import type { SoldTier, TierQuestion } from '../../../domain/messages/owner-settings';
import { takesStars } from '../../../domain/owner/allowed-owners';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { MAX_TIERS } from '../../../domain/owner/set-up';
import { postsRefreshed } from '../../posts/refresh-posts';
import { rejectReply, type QuestionReply, type QuestionHandler } from '../page/ask-question';
import {
  pageHeader,
  NOT_ALLOWED,
  promisePage,
  refuseOwnerAction,
  showMessage,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';
import { priceLimit } from '../page/price-limit';
import { readDays, readPrice, readTierName, type ReadResult } from '../page/read-answers';

/** Builds the page with the tiers of a channel and a button to add one. */
export const tiersPage: PageBuilder = async ({ database, channelRole, note }) => {
  const { tiers } = await readSettings(database, channelRole);
  return { type: 'channel_tiers', ...pageHeader(channelRole), tiers, note };
};

const showTiers = (request: OwnerRequest, note: Answer) => showPageWithNote(request, tiersPage, note);

const TIER_GONE = { answer: 'tier_gone' } as const;

async function findTier(
  { context, channelRole }: Pick<OwnerRequest, 'context' | 'channelRole'>,
  position: number,
): Promise<SoldTier | undefined> {
  const { tiers } = await readSettings(context.database, channelRole);
  return tiers.find((tier) => tier.position === position);
}

const showTier: OwnerActionHandler = async (request) => {
  const tier = await findTier(request, Number(request.argument));
  if (tier === undefined) return showTiers(request, TIER_GONE);
  const { context, channelRole } = request;
  return showMessage(request, {
    type: 'channel_tier',
    ...pageHeader(channelRole),
    tier,
    takesStars: takesStars(context.starsFor, channelRole.ownerUserId),
  });
};

/** Promises to refresh the posts, because they show the tiers. */
const postsRefresh = ({ context, channelRole }: Pick<OwnerRequest, 'context' | 'channelRole'>) =>
  postsRefreshed(channelRole.openChannelId, `update:${context.updateId}`);

const dropTier: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const change = { actor: channelRole, position: Number(argument), promised: [postsRefresh(request)] };
  const isDone = await deleteTier(context.database, context.delivery, change);
  return isDone ? showTiers(request, { answer: 'tier_removed' }) : refuseOwnerAction(request, NOT_ALLOWED);
};

/** Asks for the new name, price or days of an existing tier. */
const editTier: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '', button } = request;
  const [, place = '', question = ''] = /^(\d+)_(tier_\w+)$/.exec(argument) ?? [];
  const position = Number(place);
  const tier = await findTier(request, position);
  if (tier === undefined || !isTierQuestion(question)) return showTiers(request, TIER_GONE);
  const { openChannelId, userId, title, role } = channelRole;
  const messageId = button?.messageId ?? null;
  const dialog = {
    openChannelId,
    userId,
    question,
    messageId,
    draft: { position },
    action: 'edit-tier',
  } as const;
  if (!(await openDialog(context.database, context.delivery, dialog)))
    return refuseOwnerAction(request, NOT_ALLOWED);
  const current = { tier_name: tier.name, tier_price: formatted(tier), tier_days: String(tier.days) }[
    question
  ];
  return showMessage(request, {
    type: 'question',
    question,
    openChannelId,
    title,
    role,
    current,
    complaint: null,
    ...(await priceLimit(context.database, question)),
  });
};

const formatted = ({ priceCents }: SoldTier) => (priceCents / 100).toFixed(2);

const isTierQuestion = (word: string): word is TierQuestion => Object.hasOwn(tierQuestions, word);

const promiseTiersPage = (reply: QuestionReply, note: Answer) =>
  promisePage(reply.context, {
    ...reply.channelRole,
    messageId: reply.dialog.messageId,
    page: 'tiers',
    note,
  });

async function saveTierPart(
  reply: QuestionReply,
  question: TierQuestion,
  value: string | number,
): Promise<Reaction> {
  const { context, channelRole, dialog } = reply;
  const position = Number(dialog.draft['position']);
  const stars = question === 'tier_price' ? (await findTier(reply, position))?.priceStars : undefined;
  const note =
    stars == null ? { answer: 'tier_saved' as const } : { answer: 'tier_saved_stars_stay' as const, stars };
  const isDone = await changeTier(context.database, context.delivery, {
    actor: channelRole,
    position,
    question,
    value,
    promised: [promiseTiersPage(reply, note), postsRefresh(reply)],
  });
  return isDone ? promised() : rejectReply(reply, TIER_GONE);
}

/** The question that follows each one while a tier is added. */
const NEXT = { tier_name: 'tier_price', tier_price: 'tier_days' } as const;

async function askNext(
  { context, channelRole, dialog }: QuestionReply,
  question: 'tier_name' | 'tier_price',
  value: string | number,
): Promise<Reaction> {
  const next = NEXT[question];
  const { messageId } = dialog;
  await openDialog(context.database, context.delivery, {
    ...dialog,
    question: next,
    draft: { ...dialog.draft, [question]: value },
    action: 'edit',
    promised: [promisePage(context, { ...channelRole, messageId, page: 'edit', argument: next, note: null })],
  });
  return promised();
}

async function saveNewTier(reply: QuestionReply, days: number): Promise<Reaction> {
  const { context, channelRole, dialog } = reply;
  const { tier_name: name, tier_price: cents } = dialog.draft;
  if (typeof name !== 'string' || typeof cents !== 'number')
    return rejectReply(reply, { answer: 'tier_lost' });
  const promises = [promiseTiersPage(reply, { answer: 'tier_added' }), postsRefresh(reply)];
  const tier = { name, priceCents: cents, days };
  const change = { actor: channelRole, promised: promises, ...tier };
  const isDone = await addTier(context.database, context.delivery, change);
  return isDone ? promised() : rejectReply(reply, { answer: 'too_many_tiers', max: MAX_TIERS });
}

const tierQuestion = <T extends string | number>(
  question: TierQuestion,
  read: (reply: QuestionReply) => ReadResult<T> | Promise<ReadResult<T>>,
): QuestionHandler => ({
  action: 'edit',
  answer: async (reply) => {
    const answer = await read(reply);
    if (!answer.ok) return rejectReply(reply, answer.complaint);
    const isNew = reply.dialog.draft['position'] === undefined;
    if (!isNew) return saveTierPart(reply, question, answer.value);
    return question === 'tier_days'
      ? saveNewTier(reply, Number(answer.value))
      : askNext(reply, question, answer.value);
  },
});

export const tierQuestions = {
  tier_name: tierQuestion('tier_name', ({ text }) => readTierName(text)),
  tier_price: tierQuestion('tier_price', ({ context, text }) => readPrice(context, text)),
  tier_days: tierQuestion('tier_days', ({ text }) => readDays(text)),
} satisfies Readonly<Record<TierQuestion, QuestionHandler>>;

export const tierHandlers = {
  tiers: showsPage(tiersPage),
  tier: showTier,
  'edit-tier': editTier,
  'drop-tier': dropTier,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
