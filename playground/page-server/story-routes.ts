import { DATABASE_NAMES, readConfig } from '../../shared/config';
import { readLanguageOfChat } from '../../shared/database/common/languages';
import { findOrderStatus } from '../../shared/database/payments/buyer-orders';
import { openDatabase } from '../../shared/database/connection/pool';
import { tellStory } from '../../shared/database/payments/stories';
import type { Language } from '../../shared/domain/common/language';
import { isOrderReference, type OrderReference } from '../../shared/domain/common/ids';
import { silentLogger } from '../../shared/logger';
import { viewOf } from '../../shared/telegram/views';
import type { Stack } from '../stack-types';
import { parseHtml, type FormattedText } from '../telegram/html/html';

/** The story of an order, line by line, in the words that its buyer reads. */
export interface Story {
  readonly language: Language;
  readonly heading: readonly FormattedText[];
  readonly events: readonly FormattedText[];
}

export interface Stories {
  /** `undefined` if there is no such order. */
  tell(reference: string): Promise<Story | undefined>;
  close(): Promise<void>;
}

/** The reference in `GET /orders/REFERENCE/story`; `undefined` for any other request. */
export const requestedStory = (what: string): string | undefined =>
  /^GET \/orders\/([\w-]{22})\/story$/.exec(what)?.[1];

/** Reads stories as the product does, on the page's own connection. */
export async function openStories(stack: Stack): Promise<Stories> {
  const environment = { ...stack.environment('worker'), DATABASE_POOL_MAX: '1' };
  const database = openDatabase(await readConfig(DATABASE_NAMES, environment), silentLogger);
  const ownerOf = async (reference: OrderReference) => {
    const [row] = await stack.database<{ id: string }[]>`
      select user_id as id from orders where reference = ${reference}`;
    return row && Number(row.id);
  };
  return {
    tell: async (reference) => {
      if (!isOrderReference(reference)) return undefined;
      const userId = await ownerOf(reference);
      const order = userId && (await findOrderStatus(database, { reference, userId }));
      if (!order) return undefined;
      const events = await tellStory(database, reference);
      const language = await readLanguageOfChat(database, { chatId: userId, openChannelId: null });
      const view = viewOf({ type: 'order_story', ...order, events }, language);
      return { language, ...inLines(view.text.text) };
    },
    close: () => database.close(),
  };
}

/** Splits the message at its blank line into heading and events. */
function inLines(message: string): Omit<Story, 'language'> {
  const lines = message.split('\n').map(parseHtml);
  const blank = lines.findIndex(({ text }) => text === '');
  return { heading: lines.slice(0, blank), events: lines.slice(blank + 1) };
}
