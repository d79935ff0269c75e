import type { Donor } from '../worlds/journey';
import type { BuyerRun } from './buyer-run';

let lastQuery = 0;

const userOf = (person: Donor) => ({
  id: person.id,
  first_name: 'B',
  is_bot: false,
  ...(person.username && { username: person.username }),
});

const chatOf = (person: Donor) => ({ id: person.id, type: 'private', first_name: 'B' });

/** Sends a tap as Telegram does, again and again until our function acknowledges it. */
export function tap({ model }: BuyerRun, person: Donor, data: string, messageId = 1): Promise<void> {
  const message = { message_id: messageId, date: 1, chat: chatOf(person), text: 'x' };
  const id = `model-${++lastQuery}`;
  return model.world.telegram.deliver({
    callback_query: { id, from: userOf(person), chat_instance: '1', data, message },
  });
}

/** Telegram drops a message that could not be delivered for a day. The model's clock runs ahead of it. */
const NEVER_TOO_OLD = 4_000_000_000;

/** Sends what somebody writes to the bot, as Telegram does. */
export function say({ model }: BuyerRun, person: Donor, text: string): Promise<void> {
  const message = {
    message_id: ++lastQuery,
    date: NEVER_TOO_OLD,
    from: userOf(person),
    chat: chatOf(person),
    text,
  };
  return model.world.telegram.deliver({ message });
}
