import type { Page, Route } from 'playwright-core';
import { CAST } from '../../playground/stack';
import { LANGUAGES, type Language } from '../../shared/domain/common/language';
import { LANGUAGE_TRAITS } from '../../shared/telegram/views/languages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { eventually } from '../journeys/support/eventually';
import { startHandPlayed, type HandPlayed } from './hand-played';
import { directionIn, gone, openPage, see, shoot } from './open-browser';
import { buyInPersian, ownInRussian } from './other-languages';
import { visit, WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let stage: HandPlayed;
beforeAll(async () => {
  stage = await startHandPlayed();
});
afterAll(() => stage.close());

const DANA = CAST.dana.id;
const THREE: readonly Language[] = ['en', 'ru', 'fa'];

/** Opens the page of a bot that speaks these languages, whatever is switched on. */
async function withPage(languages: readonly Language[], look: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems, close } = await openPage(stage.browser, 'about:blank', WIDE);
  try {
    await page.route('**/config', async (route: Route) => {
      const config = (await (await route.fetch()).json()) as object;
      const named = languages.map((code) => ({ code, name: LANGUAGE_TRAITS[code].ownName }));
      await route.fulfill({ json: { ...config, languages: named } });
    });
    await page.goto(stage.stack.page?.url ?? '');
    await see(page.getByTestId('phone-donor').getByTestId('message'));
    await look(page);
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
}

const choose = (page: Page, language: Language) => page.getByTestId('language').selectOption(language);
const speaksOf = (userId: number) => {
  const { users } = stage.stack.telegram.snapshot() as { users: { id: number; language_code?: string }[] };
  return users.find(({ id }) => id === userId)?.language_code;
};
const textsOf = (userId: number) => stage.stack.telegram.messages(userId).map(({ text }) => text);

/** Shows a message of the bot's on Dana's phone. */
async function showMessage(page: Page, text: string, fields: object) {
  await page.getByTestId('phone-donor').getByTestId('chat-tab-bot').click();
  const sent = await stage.bot('sendMessage', { chat_id: DANA, text, parse_mode: 'HTML', ...fields });
  const { message_id: id } = sent as { message_id: number };
  const message = page.getByTestId('phone-donor').locator(`[data-message-id="${id}"]`);
  await see(message);
  return message;
}

it('hides the switch while the bot speaks one language', () =>
  withPage(['en'], async (page) => {
    await gone(page.getByTestId('language'));
  }));

it('offers the languages that are switched on', async () => {
  const answer = (await (await fetch(`${stage.stack.page?.url ?? ''}/config`)).json()) as object;
  expect(answer).toMatchObject({ languages: LANGUAGES.map((code) => ({ code })) });
});

it('tells the bot the chosen language of everyone, also after a reload', () =>
  withPage(THREE, async (page) => {
    stage.stack.telegram.as(DANA).start();
    const olgas = textsOf(CAST.olga.id).length;
    await choose(page, 'ru');
    for (const { id } of [CAST.dana, CAST.bob, CAST.olga, CAST.nora])
      await eventually(() => Promise.resolve(speaksOf(id) === 'ru'));
    // Olga is at her menu, so she asks for it again; Bob has never started the bot.
    await eventually(() => Promise.resolve(textsOf(CAST.olga.id).length === olgas + 1));
    expect(textsOf(CAST.olga.id).at(-1)).toBe('/start');
    expect(textsOf(CAST.bob.id)).toEqual([]);
    await shoot(page, 'language-chosen');
    await page.reload();
    await see(page.getByTestId('phone-donor').getByTestId('message'));
    await eventually(async () => (await page.getByTestId('language').inputValue()) === 'ru');
    expect(textsOf(CAST.olga.id)).toHaveLength(olgas + 1);
    // A Telegram that has started again knows nobody's language, until the page tells it.
    for (const user of [CAST.dana, CAST.bob, CAST.olga, CAST.nora]) stage.stack.telegram.addUser(user);
    await eventually(() => Promise.resolve(speaksOf(CAST.nora.id) === 'ru'));
  }));

/** Where words of a message begin, in pixels from its left edge. A string, because the browser runs it. */
const leftEdges = (messageId: string, words: readonly string[]) => `(() => {
  const box = document.querySelector('[data-message-id="${messageId}"] .text');
  const left = (words) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let text = walker.nextNode();
    while (!text.data.includes(words)) text = walker.nextNode();
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(words));
    range.setEnd(text, text.data.indexOf(words) + words.length);
    return range.getBoundingClientRect().left - box.getBoundingClientRect().left;
  };
  return ${JSON.stringify(words)}.map(left);
})()`;

it('reads right to left where the text does, and keeps names and amounts in order', () =>
  withPage(THREE, async (page) => {
    const text =
      'سلام \u2068@dana\u2069، \u2068$30.00\u2069 رسید.\n\u2068Month\u2069: یک ماه\nEnglish line.\n<blockquote>یادداشت</blockquote>';
    const reply_markup = {
      inline_keyboard: [[{ text: '\u2068Month\u2069 · یک ماه', callback_data: 'pay' }]],
    };
    const message = await showMessage(page, text, { reply_markup });
    const directionOf = (selector: string) => directionIn(message.locator(selector));
    expect(await directionOf('.text')).toBe('rtl');
    expect(await directionOf('blockquote')).toBe('rtl');
    expect(await directionOf('.key')).toBe('rtl');
    expect(await directionOf('.meta')).toBe('ltr');
    // Each paragraph has its own side: the Persian ends, and the English begins, at the left.
    const id = (await message.getAttribute('data-message-id')) ?? '';
    const words = ['سلام', '@', 'dana', 'Month', 'ماه', 'English'];
    const [hello = 0, at = 0, dana = 0, month = 0, persian = 0, english = 0] = await page.evaluate<number[]>(
      leftEdges(id, words),
    );
    expect(hello).toBeGreaterThan(dana);
    expect(dana).toBeGreaterThan(at);
    // The name that begins the second line is isolated, so the line is Persian: it begins at the right.
    expect(month).toBeGreaterThan(persian);
    expect(month).toBeGreaterThan(hello / 2);
    expect(english).toBeLessThan(1);
    const composer = page.getByTestId('phone-donor').getByTestId('say');
    await composer.fill('سلام');
    expect(await directionIn(composer)).toBe('rtl');
    await shoot(page, 'language-right-to-left');
  }));

it('sells access to a buyer who reads Persian, from the offer to the channel', () =>
  visit(stage.browser, WIDE, buyInPersian));

it('shows an owner who reads Russian the console, a sale and the figures', () =>
  visit(stage.browser, WIDE, ownInRussian));
