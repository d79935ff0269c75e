import { findBotChat } from '../../../database/places/bot-chats';
import type { Answer } from '../../../domain/messages/answers';
import { MAX_TIERS, stepAfter, type SetUpDraft, type SetUpStep } from '../../../domain/owner/set-up';
import { cut } from '../../../telegram/views/html';
import { MAX_DESCRIPTION, MAX_DONATION_MESSAGE, MAX_TITLE } from '../../../telegram/views/view';
import type { UpdateContext } from '../../common/update-context';
import { checkChat, type ChatKind } from './check-chat';
import {
  readDays,
  readGraceHours,
  readPrice,
  readText,
  readTierName,
  readTolerance,
  type Read,
} from '../page/read-answers';

/** Somebody at a page of their set-up. */
export interface Stepping {
  readonly context: UpdateContext;
  readonly userId: number;
  readonly draft: SetUpDraft;
}

/** Where an answer leads: on, with what is known now; or nowhere, and why. */
export type Turn =
  | { readonly to: SetUpStep; readonly draft?: Partial<SetUpDraft> }
  | { readonly complaint: Answer; readonly again?: number }
  | 'silent';

/** `undefined` for what was never on this page. */
type StepHandler = (stepping: Stepping, answer: string) => Promise<Turn | undefined> | Turn | undefined;

interface Step {
  readonly press: StepHandler;
  /** Absent where only a button answers. */
  readonly type?: StepHandler;
}

const onward = (step: SetUpStep, draft: Partial<SetUpDraft> = {}): Turn => ({ to: stepAfter(step), draft });

/** A channel is chosen: Telegram is asked who they are in it, and what the bot may do there. */
const choosing =
  (
    kind: ChatKind,
    chosen: (draft: SetUpDraft, chat: { chatId: number; title: string }) => Partial<SetUpDraft>,
  ): StepHandler =>
  async ({ context, userId, draft }, choice) => {
    if (choice === 'look') return { to: kind };
    const chat = await findBotChat(context.database, { userId, kind, chatId: Number(choice) });
    if (chat === undefined || (kind === 'public' && chat.chatId === draft.privateChat?.chatId))
      return { complaint: { answer: 'choose_among_yours' } };
    const checked = await checkChat(context, { chat, kind, userId });
    if (checked === 'silent') return checked;
    if (checked !== 'fine') return { ...checked, again: chat.chatId };
    return onward(kind, chosen(draft, chat));
  };

/** A text, which may be kept as it is. */
const text = (step: 'title' | 'description' | 'donation', longest: number): Step => {
  const name = step === 'donation' ? 'donationMessage' : step;
  return {
    press: ({ draft }, choice) => {
      if (choice === 'keep') return step === 'title' && draft.title === '' ? undefined : onward(step);
      return choice === 'skip' && step !== 'title' ? onward(step, { [name]: '' }) : undefined;
    },
    type: (_, typed) => {
      const read = readText(typed, { shortest: step === 'title' ? 1 : 0, longest });
      return read.ok ? onward(step, { [name]: read.value }) : read;
    },
  };
};

/** A number, from a button or typed: both are read alike, for anybody can send any data. */
const read =
  <T>(
    step: SetUpStep,
    reading: (context: UpdateContext, typed: string) => Read<T> | Promise<Read<T>>,
    taken: (draft: SetUpDraft, value: T) => Partial<SetUpDraft>,
  ): StepHandler =>
  async ({ context, draft }, typed) => {
    const answer = await reading(context, typed);
    return answer.ok ? onward(step, taken(draft, answer.value)) : answer;
  };

const same = (step: SetUpStep, answer: StepHandler): Readonly<Partial<Record<SetUpStep, Step>>> => ({
  [step]: { press: answer, type: answer },
});

const NAMES: Readonly<Record<string, string>> = { basic: 'Basic', gold: 'Gold', vip: 'VIP' };

const NO_TIER = { name: null, priceCents: null } as const;

const tiers: Step = {
  press: ({ draft }, choice) => {
    if (choice === 'done') return onward('tiers');
    if (choice === 'add')
      return draft.tiers.length < MAX_TIERS ? { to: 'name', draft: { tier: NO_TIER } } : undefined;
    const [, place, of] = /^drop([1-9]\d?)of([1-9]\d?)$/.exec(choice) ?? [];
    // Of a page that shows more than there are by now, as a finger that taps twice sees it, nothing is taken out.
    if (place === undefined || Number(of) !== draft.tiers.length) return undefined;
    return { to: 'tiers', draft: { tiers: draft.tiers.filter((_, index) => index !== Number(place) - 1) } };
  },
};

const name: Step = {
  press: (_, choice) => {
    const preset = NAMES[choice];
    return preset === undefined ? undefined : onward('name', { tier: { ...NO_TIER, name: preset } });
  },
  type: read(
    'name',
    (_, typed) => readTierName(typed),
    (_, value) => ({ tier: { ...NO_TIER, name: value } }),
  ),
};

/** What each page takes for an answer. */
export const STEPS: Readonly<Partial<Record<SetUpStep, Step>>> = {
  private: {
    press: choosing('private', (draft, chat) => ({
      privateChat: chat,
      publicChat: draft.publicChat?.chatId === chat.chatId ? null : draft.publicChat,
      title: chat.chatId === draft.privateChat?.chatId ? draft.title : cut(chat.title, MAX_TITLE),
    })),
  },
  public: {
    press: (stepping, choice) =>
      choice === 'none'
        ? onward('public', { publicChat: null })
        : choosing('public', (_, chat) => ({ publicChat: chat }))(stepping, choice),
  },
  title: text('title', MAX_TITLE),
  description: text('description', MAX_DESCRIPTION),
  tiers,
  name,
  ...same(
    'price',
    read('price', readPrice, ({ tier }, priceCents) => ({ tier: { ...tier, priceCents } })),
  ),
  ...same(
    'days',
    read(
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
      ['on', 'off'].includes(choice) ? onward('notifications', { isNotified: choice === 'on' }) : undefined,
  },
  ...same(
    'grace',
    read(
      'grace',
      (_, typed) => readGraceHours(typed),
      (_, graceHours) => ({ graceHours }),
    ),
  ),
  ...same(
    'tolerance',
    read(
      'tolerance',
      (_, typed) => readTolerance(typed),
      (_, tolerancePercent) => ({ tolerancePercent }),
    ),
  ),
};

/** The tier that was added, if nothing of it is missing. */
function tierOf({ tier }: SetUpDraft, days: number) {
  const { name: called, priceCents } = tier;
  return called === null || priceCents === null ? [] : [{ name: called, priceCents, days }];
}
