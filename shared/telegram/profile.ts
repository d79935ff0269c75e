import { isDeepStrictEqual } from 'node:util';
import type { LanguageCode } from 'grammy/types';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../domain/common/language';
import type { Api } from './api';
import { commandMenu } from './views/commands';
import { wordingIn, type Wording } from './views/wording';

export type ProfileApi = Pick<
  Api,
  | 'getMyCommands'
  | 'setMyCommands'
  | 'getMyDescription'
  | 'setMyDescription'
  | 'getMyShortDescription'
  | 'setMyShortDescription'
>;

/** Something that Telegram shows about the bot to users of one language. */
export interface ProfilePart {
  readonly language: Language;
  readonly name: 'commands' | 'description' | 'short description';
  /** True if Telegram shows what this version says. */
  readonly isShown: (api: ProfileApi) => Promise<boolean>;
  readonly show: (api: ProfileApi) => Promise<true>;
}

interface Readers {
  readonly language_code?: LanguageCode;
}

/**
 * Telegram keeps a profile under two letters, so that `pt-br` is `pt`. Without a code it is for everyone whose language has
 * none of its own. https://core.telegram.org/bots/api#setmydescription
 */
const readersOf = (language: Language): Readers =>
  language === DEFAULT_LANGUAGE ? {} : { language_code: language.slice(0, 2) as LanguageCode };

interface PartOf<Value> {
  readonly name: ProfilePart['name'];
  readonly wanted: (wording: Wording) => Value;
  readonly read: (api: ProfileApi, readers: Readers) => Promise<Value>;
  readonly write: (api: ProfileApi, value: Value, readers: Readers) => Promise<true>;
}

const partOf =
  <Value>({ name, wanted, read, write }: PartOf<Value>) =>
  (language: Language): ProfilePart => {
    const readers = readersOf(language);
    const value = () => wanted(wordingIn(language));
    return {
      language,
      name,
      isShown: async (api) => isDeepStrictEqual(await read(api, readers), value()),
      show: (api) => write(api, value(), readers),
    };
  };

const PARTS = [
  partOf({
    name: 'commands',
    wanted: commandMenu,
    read: (api, readers) => api.getMyCommands(readers),
    write: (api, commands, readers) => api.setMyCommands(commands, readers),
  }),
  partOf({
    name: 'description',
    wanted: (wording) => wording.text('profile-description'),
    read: async (api, readers) => (await api.getMyDescription(readers)).description,
    write: (api, description, readers) => api.setMyDescription(description, readers),
  }),
  partOf({
    name: 'short description',
    wanted: (wording) => wording.text('profile-about'),
    read: async (api, readers) => (await api.getMyShortDescription(readers)).short_description,
    write: (api, about, readers) => api.setMyShortDescription(about, readers),
  }),
];

/** The bot's profile in every language that is switched on. Its name is left to @BotFather. */
export const PROFILE_PARTS: readonly ProfilePart[] = LANGUAGES.flatMap((language) =>
  PARTS.map((part) => part(language)),
);
