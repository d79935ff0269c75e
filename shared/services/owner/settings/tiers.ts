import { readSettings } from '../../../database/owner/channel-pages';
import { openDialog } from '../../../database/common/dialogs';
import { addTier, changeTier, deleteTier } from '../../../database/owner/tiers';
import type { Answer } from '../../../domain/messages/answers';
import type { SoldTier, TierQuestion } from '../../../domain/messages/owner-settings';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { MAX_TIERS } from '../../../domain/owner/set-up';
import { postsRefreshed } from '../../posts/refresh-posts';
import { complain, type Answering, type AskedQuestion } from '../page/ask-question';
import {
  pageHeader,
  NOT_ALLOWED,
  promisePage,
  refuse,
  show,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnHandler,
  type Page,
} from '../page/owner-request';
import { readDays, readPrice, readTierName, type Read } from '../page/read-answers';

/** The tiers of a channel, and a way to add one. */
export const tiersPage: Page = async ({ database, standing, note }) => {
  const { tiers } = await readSettings(database, standing);
  return { type: 'channel_tiers', ...pageHeader(standing), tiers, note };
};

const showTiers = (asked: OwnerRequest, note: Answer) => showPageWithNote(asked, tiersPage, note);

const GONE = { answer: 'tier_gone' } as const;

async function findTier(
  { handled, standing }: OwnerRequest,
  position: number,
): Promise<SoldTier | undefined> {
  const { tiers } = await readSettings(handled.database, standing);
  return tiers.find((tier) => tier.position === position);
}

const showTier: OwnHandler = async (asked) => {
  const tier = await findTier(asked, Number(asked.argument));
  if (tier === undefined) return showTiers(asked, GONE);
  return show(asked, { type: 'channel_tier', ...pageHeader(asked.standing), tier });
};

/** The posts show what is on sale. */
const refreshed = ({ handled, standing }: Pick<OwnerRequest, 'handled' | 'standing'>) =>
  postsRefreshed(standing.openChannelId, `update:${handled.updateId}`);

const dropTier: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const change = { actor: standing, position: Number(argument), promised: [refreshed(asked)] };
  const isDone = await deleteTier(handled.database, handled.delivery, change);
  return isDone ? showTiers(asked, { answer: 'tier_removed' }) : refuse(asked, NOT_ALLOWED);
};

/** Asks for one part of a tier that there is. */
const editTier: OwnHandler = async (asked) => {
  const { handled, standing, argument = '', button } = asked;
  const [, place = '', question = ''] = /^(\d+)_(tier_\w+)$/.exec(argument) ?? [];
  const position = Number(place);
  const tier = await findTier(asked, position);
  if (tier === undefined || !isTierQuestion(question)) return showTiers(asked, GONE);
  const { openChannelId, userId, title, role } = standing;
  const messageId = button?.messageId ?? null;
  const dialog = {
    openChannelId,
    userId,
    question,
    messageId,
    draft: { position },
    action: 'edit-tier',
  } as const;
  if (!(await openDialog(handled.database, handled.delivery, dialog))) return refuse(asked, NOT_ALLOWED);
  const current = { tier_name: tier.name, tier_price: formatted(tier), tier_days: String(tier.days) }[
    question
  ];
  return show(asked, { type: 'question', question, openChannelId, title, role, current, complaint: null });
};

const formatted = ({ priceCents }: SoldTier) => (priceCents / 100).toFixed(2);

const isTierQuestion = (word: string): word is TierQuestion => Object.hasOwn(tierQuestions, word);

const back = (answering: Answering, note: Answer) =>
  promisePage(answering.handled, {
    ...answering.standing,
    messageId: answering.dialog.messageId,
    page: 'tiers',
    note,
  });

async function change(
  answering: Answering,
  question: TierQuestion,
  value: string | number,
): Promise<Reaction> {
  const { handled, standing, dialog } = answering;
  const isDone = await changeTier(handled.database, handled.delivery, {
    actor: standing,
    position: Number(dialog.draft['position']),
    question,
    value,
    promised: [back(answering, { answer: 'tier_saved' }), refreshed(answering)],
  });
  return isDone ? promised() : complain(answering, GONE);
}

/** What is asked after this for a new tier. */
const NEXT = { tier_name: 'tier_price', tier_price: 'tier_days' } as const;

async function askNext(
  { handled, standing, dialog }: Answering,
  question: 'tier_name' | 'tier_price',
  value: string | number,
): Promise<Reaction> {
  const next = NEXT[question];
  const { messageId } = dialog;
  await openDialog(handled.database, handled.delivery, {
    ...dialog,
    question: next,
    draft: { ...dialog.draft, [question]: value },
    action: 'edit',
    promised: [promisePage(handled, { ...standing, messageId, page: 'edit', argument: next, note: null })],
  });
  return promised();
}

async function add(answering: Answering, days: number): Promise<Reaction> {
  const { handled, standing, dialog } = answering;
  const { tier_name: name, tier_price: cents } = dialog.draft;
  if (typeof name !== 'string' || typeof cents !== 'number')
    return complain(answering, { answer: 'tier_lost' });
  const promises = [back(answering, { answer: 'tier_added' }), refreshed(answering)];
  const tier = { name, priceCents: cents, days };
  const change = { actor: standing, promised: promises, ...tier };
  const isDone = await addTier(handled.database, handled.delivery, change);
  return isDone ? promised() : complain(answering, { answer: 'too_many_tiers', max: MAX_TIERS });
}

const tierQuestion = <T extends string | number>(
  question: TierQuestion,
  read: (answering: Answering) => Read<T> | Promise<Read<T>>,
): AskedQuestion => ({
  action: 'edit',
  answer: async (answering) => {
    const answer = await read(answering);
    if (!answer.ok) return complain(answering, answer.complaint);
    const isNew = answering.dialog.draft['position'] === undefined;
    if (!isNew) return change(answering, question, answer.value);
    return question === 'tier_days'
      ? add(answering, Number(answer.value))
      : askNext(answering, question, answer.value);
  },
});

export const tierQuestions = {
  tier_name: tierQuestion('tier_name', ({ text }) => readTierName(text)),
  tier_price: tierQuestion('tier_price', ({ handled, text }) => readPrice(handled, text)),
  tier_days: tierQuestion('tier_days', ({ text }) => readDays(text)),
} satisfies Readonly<Record<TierQuestion, AskedQuestion>>;

export const tierHandlers = {
  tiers: showsPage(tiersPage),
  tier: showTier,
  'edit-tier': editTier,
  'drop-tier': dropTier,
} satisfies Readonly<Record<string, OwnHandler>>;
