import { readLanguageOfChat } from '../../../database/common/languages';
import type { Answer } from '../../../domain/messages/answers';
import {
  MAX_TIERS,
  SUGGESTED_TIERS,
  stepAfter,
  type ChosenChat,
  type SetUpDraft,
  type SetUpStep,
} from '../../../domain/owner/set-up';
import { takesStars } from '../../../domain/owner/allowed-owners';
import { MOST_STARS, typedStars } from '../../../domain/stars/star-prices';
import type { ChatKind } from '../../../telegram/bot-rights';
import { truncate } from '../../../telegram/views/html';
import { suggestedTierName } from '../../../telegram/views/owner/set-up/set-up-tiers';
import { wordingIn } from '../../../telegram/views/wording';
import { MAX_DESCRIPTION, MAX_DONATION_MESSAGE, MAX_TITLE } from '../../../telegram/views/view';
import type { UpdateContext } from '../../common/update-context';
import { checkChat } from './check-chat';
import { findChosenChat } from './find-chosen-chat';
import {
  readDays,
  readGraceHours,
  readPrice,
  readText,
  readTierName,
  readTolerance,
  type ReadResult,
} from '../page/read-answers';

export interface StepInput {
  readonly context: UpdateContext;
  readonly userId: number;
  readonly draft: SetUpDraft;
}

/** The result of an answer: the next step with its changes to the draft, or a complaint on the same step. */
export type StepResult =
  | { readonly to: SetUpStep; readonly draft?: Partial<SetUpDraft> }
  | { readonly complaint: Answer; readonly again?: number }
  | 'silent';

/** Returns `undefined` for an answer that the page doesn't offer. */
type StepHandler = (
  input: StepInput,
  answer: string,
) => Promise<StepResult | undefined> | StepResult | undefined;

interface Step {
  readonly press: StepHandler;
  /** Absent if only buttons answer. */
  readonly type?: StepHandler;
}

const nextStep = (step: SetUpStep, draft: Partial<SetUpDraft> = {}): StepResult => ({
  to: stepAfter(step),
  draft,
});

/** Accepts a chat if Telegram confirms that the user administers it and the bot has its rights. */
const chooseChat =
  (kind: ChatKind, toDraft: (draft: SetUpDraft, chat: ChosenChat) => Partial<SetUpDraft>): StepHandler =>
  async ({ context, userId, draft }, choice) => {
    if (choice === 'look') return { to: kind };
    const chosen = await findChosenChat(context, { userId, kind, choice });
    if (chosen === 'silent' || 'complaint' in chosen) return chosen;
    const { chat } = chosen;
    if (kind === 'public' && chat.chatId === draft.privateChat?.chatId)
      return { complaint: { answer: 'choose_among_yours' } };
    const checked = await checkChat(context, { chat, kind, userId });
    if (checked === 'silent') return checked;
    if (checked !== 'fine') return { ...checked, again: chat.chatId };
    return nextStep(kind, toDraft(draft, chat));
  };

/** A step that asks for a text. A button keeps the current one. */
const text = (step: 'title' | 'description' | 'donation', longest: number): Step => {
  const name = step === 'donation' ? 'donationMessage' : step;
  return {
    press: ({ draft }, choice) => {
      if (choice === 'keep') return step === 'title' && draft.title === '' ? undefined : nextStep(step);
      return choice === 'skip' && step !== 'title' ? nextStep(step, { [name]: '' }) : undefined;
    },
    type: (_, typed) => {
      const readTyped = readText(typed, { shortest: step === 'title' ? 1 : 0, longest });
      return readTyped.ok ? nextStep(step, { [name]: readTyped.value }) : readTyped;
    },
  };
};

/** Reads an answer from a button like a typed one, because a user can forge any callback data. */
const readTyped =
  <T>(
    step: SetUpStep,
    parse: (context: UpdateContext, typed: string) => ReadResult<T> | Promise<ReadResult<T>>,
    toDraft: (draft: SetUpDraft, value: T) => Partial<SetUpDraft>,
  ): StepHandler =>
  async ({ context, draft }, typed) => {
    const answer = await parse(context, typed);
    return answer.ok ? nextStep(step, toDraft(draft, answer.value)) : answer;
  };

const pressOrType = (step: SetUpStep, answer: StepHandler): Readonly<Partial<Record<SetUpStep, Step>>> => ({
  [step]: { press: answer, type: answer },
});

const NO_TIER = { name: null, priceCents: null, priceStars: null } as const;

const tiers: Step = {
  press: ({ draft }, choice) => {
    if (choice === 'done') return nextStep('tiers');
    if (choice === 'add')
      return draft.tiers.length < MAX_TIERS ? { to: 'name', draft: { tier: NO_TIER } } : undefined;
    const [, place, count] = /^drop([1-9]\d?)of([1-9]\d?)$/.exec(choice) ?? [];
    // A double tap comes from a page that still shows the dropped tier. It must not drop the next one.
    if (place === undefined || Number(count) !== draft.tiers.length) return undefined;
    return { to: 'tiers', draft: { tiers: draft.tiers.filter((_, index) => index !== Number(place) - 1) } };
  },
};

const name: Step = {
  press: async ({ context, userId }, choice) => {
    const tier = SUGGESTED_TIERS.find((suggested) => suggested === choice);
    if (tier === undefined) return undefined;
    const language = await readLanguageOfChat(context.database, { chatId: userId, openChannelId: null });
    return nextStep('name', { tier: { ...NO_TIER, name: suggestedTierName(tier, wordingIn(language)) } });
  },
  type: readTyped(
    'name',
    (_, typed) => readTierName(typed),
    (_, value) => ({ tier: { ...NO_TIER, name: value } }),
  ),
};

const readPriceStep = readTyped('price', readPrice, ({ tier }, priceCents) => ({
  tier: { ...tier, priceCents },
}));

/** The price in dollars, after which an owner whose channels may be paid in Stars is asked for one in Stars. */
const price: StepHandler = async (input, typed) => {
  const result = await readPriceStep(input, typed);
  const isNext = result !== undefined && result !== 'silent' && 'to' in result;
  return isNext && takesStars(input.context.starsFor, input.userId) ? { ...result, to: 'starprice' } : result;
};

const stars: StepHandler = ({ draft: { tier } }, answer) => {
  if (answer === 'none') return nextStep('starprice', { tier: { ...tier, priceStars: null } });
  const priceStars = typedStars(answer);
  return priceStars === undefined
    ? { complaint: { answer: 'not_stars', max: MOST_STARS } }
    : nextStep('starprice', { tier: { ...tier, priceStars } });
};

/** The answers that each step accepts. */
export const STEPS: Readonly<Partial<Record<SetUpStep, Step>>> = {
  private: {
    press: chooseChat('private', (draft, chat) => ({
      privateChat: chat,
      publicChat: draft.publicChat?.chatId === chat.chatId ? null : draft.publicChat,
      title: chat.chatId === draft.privateChat?.chatId ? draft.title : truncate(chat.title, MAX_TITLE),
    })),
  },
  public: {
    press: (input, choice) =>
      choice === 'none'
        ? nextStep('public', { publicChat: null })
        : chooseChat('public', (_, chat) => ({ publicChat: chat }))(input, choice),
  },
  title: text('title', MAX_TITLE),
  description: text('description', MAX_DESCRIPTION),
  tiers,
  name,
  ...pressOrType('price', price),
  ...pressOrType('starprice', stars),
  ...pressOrType(
    'days',
    readTyped(
      'days',
      (_, typed) => readDays(typed),
      (draft, days) => ({
        tiers: [...draft.tiers, ...tierOf(draft, days)].slice(0, MAX_TIERS),
        tier: NO_TIER,
      }),
    ),
  ),
  donation: text('donation', MAX_DONATION_MESSAGE),
  notifications: {
    press: (_, choice) =>
      ['on', 'off'].includes(choice) ? nextStep('notifications', { isNotified: choice === 'on' }) : undefined,
  },
  ...pressOrType(
    'grace',
    readTyped(
      'grace',
      (_, typed) => readGraceHours(typed),
      (_, graceHours) => ({ graceHours }),
    ),
  ),
  ...pressOrType(
    'tolerance',
    readTyped(
      'tolerance',
      (_, typed) => readTolerance(typed),
      (_, tolerancePercent) => ({ tolerancePercent }),
    ),
  ),
};

/** Returns the new tier, or nothing if its name or price is missing. */
function tierOf({ tier }: SetUpDraft, days: number) {
  const { name: tierName, priceCents, priceStars } = tier;
  return tierName === null || priceCents === null ? [] : [{ name: tierName, priceCents, days, priceStars }];
}
