import * as z from 'zod';
import { listBotChats } from '../../../database/places/bot-chats';
import { readOpenGroup } from '../../../database/places/linked-groups';
import type { StoredSetUp } from '../../../database/owner/set-ups';
import type { Cents } from '../../../domain/common/ids';
import type { Note } from '../../../domain/messages/answers';
import type { Message } from '../../../domain/messages/messages';
import { isSetUpStep, type SetUpDraft, type SetUpStep } from '../../../domain/owner/set-up';
import { addUrls } from '../../../telegram/bot-rights';
import { priceLimit } from '../page/price-limit';
import { findClaims, type ClaimsReader } from './claim';

const cents = z.int().transform((value) => value as Cents);
const stars = z.int().nullish();
const chosenChat = z
  .object({ chatId: z.int(), kind: z.enum(['channel', 'supergroup']).optional(), title: z.string() })
  .nullable();
/** If another version stored a draft in a different form, the set-up starts again. */
const DRAFT = z.object({
  privateChat: chosenChat,
  publicChat: chosenChat,
  title: z.string(),
  description: z.string(),
  tiers: z.array(z.object({ name: z.string(), priceCents: cents, days: z.int(), priceStars: stars })),
  tier: z.object({ name: z.string().nullable(), priceCents: cents.nullable(), priceStars: stars }),
  donationMessage: z.string(),
  isNotified: z.boolean(),
  graceHours: z.int(),
  tolerancePercent: z.int(),
});

/** A set-up that this version can continue. */
export interface SetUpState extends StoredSetUp {
  readonly step: SetUpStep;
  readonly draft: SetUpDraft;
}

/** Parses a stored set-up; `undefined` if this version can't continue it. */
export function parseStoredSetUp(stored: StoredSetUp | undefined): SetUpState | undefined {
  const draft = DRAFT.safeParse(stored?.draft);
  if (stored === undefined || !draft.success || !isSetUpStep(stored.step)) return undefined;
  return { ...stored, step: stored.step, draft: draft.data };
}

export interface SetUpPageInput {
  readonly userId: number;
  readonly step: SetUpStep;
  readonly draft: SetUpDraft;
  readonly complaint: Note | null;
  readonly again?: number | undefined;
}

export interface SetUpPageDependencies extends ClaimsReader {
  readonly botUsername: string;
}

/** Builds the current page of a set-up. */
export async function setUpPage(
  deps: SetUpPageDependencies,
  { userId, step, draft, complaint, again }: SetUpPageInput,
): Promise<Message> {
  const { database, botUsername } = deps;
  const kind = step === 'private' || step === 'public' ? step : undefined;
  const chats = kind === undefined ? [] : await listBotChats(database, { userId, kind });
  return {
    type: 'set_up',
    step,
    leastCents: null,
    ...(await priceLimit(database, step)),
    draft,
    linked: step === 'review' ? await readOpenGroup(database, draft.privateChat?.chatId ?? null) : null,
    chats: chats.filter(({ chatId }) => kind === 'private' || chatId !== draft.privateChat?.chatId),
    ...addUrls(botUsername, kind ?? 'private'),
    claims: kind === 'private' ? await findClaims(deps, userId) : [],
    complaint,
    again: again ?? null,
  };
}
