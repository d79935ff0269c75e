import { byId, el } from './dom.js';
import { isolated } from './isolated.js';

const KEPT_AS = 'telepay-language';

/**
 * Runs the switch for the language of the phones. It is hidden if the bot speaks only one. Returns a function that takes
 * Telegram's new state: a Telegram that started again is told the language that this visitor chose before.
 */
export function runLanguage({ languages, telegram, phones }) {
  const select = byId('language');
  const codes = languages.map(({ code }) => code);
  byId('language-choice').hidden = languages.length < 2;
  select.append(...languages.map(({ code, name }) => el('option', { value: code, lang: code }, [name])));
  let state;
  let isTelling = false;

  const tell = async (languageCode) => {
    isTelling = true;
    select.value = languageCode;
    try {
      await Promise.all(state.users.map((user) => change(user, languageCode)));
    } finally {
      isTelling = false;
    }
  };
  const change = async ({ id }, languageCode) => {
    const isAtMenu = hasOnlyStarted(state.chats.find((chat) => chat.id === id));
    await telegram.act(id, 'setLanguage', { languageCode });
    // The bot learns the language with the next update, so who is at its menu asks for the menu again.
    if (isAtMenu) await telegram.act(id, 'start');
  };
  select.addEventListener('change', async () => {
    const { name } = languages[select.selectedIndex];
    localStorage.setItem(KEPT_AS, select.value);
    try {
      await tell(select.value);
    } catch {
      // The line about the lost connection says what is wrong.
      return;
    }
    for (const { toast } of phones)
      toast.show(`The bot answers your next tap or message in ${isolated(name)}.`);
  });

  return (newState) => {
    state = newState;
    const [current] = state.users.map(({ language_code: code }) => code);
    const kept = localStorage.getItem(KEPT_AS);
    if (current === undefined && codes.length > 1 && codes.includes(kept) && !isTelling)
      tell(kept).catch(() => undefined);
    else if (!isTelling) select.value = current ?? codes[0];
  };
}

/** Whether a user's last message to the bot is a bare /start, so that they are in the middle of nothing. */
function hasOnlyStarted(chat) {
  return (
    chat.started &&
    !chat.blocked &&
    chat.messages.findLast(({ from }) => from.id === chat.id)?.text === '/start'
  );
}
