import { LANGUAGES, type Language } from '../domain/common/language';
import { LANGUAGE_TRAITS } from './views/languages';
import { PROFILE_PARTS, type ProfileApi } from './profile';
import { wordingIn } from './views/wording';

/** Keeps what was set, as Telegram does. */
function shownProfile() {
  const calls: string[] = [];
  const kept = new Map<string, unknown>();
  const set =
    (name: string) =>
    async (value: unknown, readers: { language_code?: string } = {}) => {
      calls.push(`${name} ${readers.language_code ?? ''}`);
      kept.set(`${name} ${readers.language_code ?? ''}`, value);
      return true as const;
    };
  const get =
    (name: string) =>
    async (readers: { language_code?: string } = {}) =>
      kept.get(`${name} ${readers.language_code ?? ''}`);
  const api = {
    setMyCommands: set('commands'),
    getMyCommands: async (readers: object) => (await get('commands')(readers)) ?? [],
    setMyDescription: set('description'),
    getMyDescription: async (readers: object) => ({ description: await get('description')(readers) }),
    setMyShortDescription: set('about'),
    getMyShortDescription: async (readers: object) => ({ short_description: await get('about')(readers) }),
  };
  return { api: api as unknown as ProfileApi, calls };
}

it('shows commands and both descriptions in each language that is switched on', async () => {
  const { api, calls } = shownProfile();
  for (const part of PROFILE_PARTS) {
    expect(await part.isShown(api)).toBe(false);
    await part.show(api);
    expect(await part.isShown(api)).toBe(true);
  }
  expect(calls).toHaveLength(3 * LANGUAGES.length);
  expect(new Set(calls).size).toBe(calls.length);
  expect(calls).toContain('description ');
});

it('keeps each language under two letters of its own', () => {
  const codes = (Object.keys(LANGUAGE_TRAITS) as Language[]).map((language) => language.slice(0, 2));
  expect(new Set(codes).size).toBe(codes.length);
});

it.each(LANGUAGES)('says it in %s within the limits of Telegram', (language) => {
  const wording = wordingIn(language);
  expect(Array.from(wording.text('profile-description')).length).toBeLessThanOrEqual(512);
  expect(Array.from(wording.text('profile-about')).length).toBeLessThanOrEqual(120);
});
