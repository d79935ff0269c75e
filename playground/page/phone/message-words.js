import { paymentWords } from '../stars/star-words.js';

/** The text, the caption of a picture or a file, or what happened. */
export const wordsOf = (message) => {
  const { text, entities, caption, caption_entities } = message;
  const event = paymentWords(message) ?? eventOf(message);
  if (event !== undefined) return { text: event };
  return text === '' ? { text: caption ?? '', entities: caption_entities } : { text, entities };
};

/** What a service message says. */
function eventOf({ chat_shared: shared, new_chat_members: came, left_chat_member: gone, ...rest }) {
  if (shared) return `You shared ${shared.title} with the bot.`;
  if (came) return `${came.map(({ first_name: name }) => name).join(', ')} joined.`;
  if (gone) return `${gone.first_name} left or was removed.`;
  return rest.migrate_from_chat_id === undefined ? undefined : 'This group is a supergroup now.';
}
