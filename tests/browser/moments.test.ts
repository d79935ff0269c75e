import type { Page } from 'playwright-core';
import { CAST } from '../../playground/stack';
import { DAY_MS } from '../../shared/domain/common/time';
import { startHandPlayed, type HandPlayed } from './hand-played';
import { openPage, see, shoot } from './open-browser';
import { moveClock } from './buyer';
import { WIDE } from './playground';

let stage: HandPlayed;
let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  stage = await startHandPlayed();
  stage.stack.telegram.as(CAST.dana.id).start();
  const sight = { ...WIDE, timezoneId: 'Asia/Tehran' };
  ({ page, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', sight));
});
afterAll(async () => {
  await close();
  await stage.close();
});

/** A Sunday; 02:15:07 on Monday in Tehran, which is 3½ hours ahead. */
const AT = Date.UTC(2030, 2, 17, 22, 45, 7) / 1000;

/** What the page shows for a moment, on a phone with this language. */
const inWords = (format: string, language: string, fromMs = 0): Promise<string> =>
  page.evaluate<string>(`import('/moment-in-words.js').then(({ momentInWords }) => momentInWords(
    ${JSON.stringify({ unix_time: AT, date_time_format: format })}, ${JSON.stringify({ language, fromMs })}))`);

it.each([
  ['en', 'wDT', 'Monday, March 18, 2030 at 02:15:07'],
  ['en', 'Dt', 'March 18, 2030 at 02:15'],
  ['en', 'wd', 'Monday, 03/18/30'],
  ['en', 'dt', '03/18/30, 02:15'],
  ['en', 't', '02:15'],
  ['ru', 'D', '18 марта 2030 г.'],
  ['de', 'Dt', '18. März 2030 um 02:15'],
  ['fa', 'T', '02:15:07'],
])('shows a moment in %s with the format %s as “%s”', async (language, format, expected) => {
  expect(await inWords(format, language)).toBe(expected);
});

const FORMATS = ['w', ''].flatMap((w) =>
  ['d', 'D', ''].flatMap((d) => ['t', 'T', ''].map((t) => `${w}${d}${t}`)),
);

it('shows the parts that a format asks for and no others, in every language', async () => {
  for (const language of ['en', 'ru', 'es', 'pt-br', 'de', 'fa']) {
    for (const format of FORMATS.filter((each) => each !== '')) {
      const words = await inWords(format, language);
      const shown = {
        time: words.includes('02:15'),
        seconds: words.includes(':07'),
        day: words.includes('18'),
        year: words.includes('30'),
      };
      const hasDay = /d/i.test(format);
      const asked = { time: /t/i.test(format), seconds: format.includes('T'), day: hasDay, year: hasDay };
      expect({ language, format, words, ...shown }).toEqual({ language, format, words, ...asked });
    }
  }
});

it.each([
  [3 * DAY_MS, 'in 3 days'],
  [(2 * 3600 + 59) * 1000, 'in 2 hours'],
  [90_000, 'in 1 minute'],
  [0, 'in 0 seconds'],
  [-400 * DAY_MS, '1 year ago'],
])('shows a relative moment %p ms away as “%s”', async (awayMs, expected) => {
  expect(await inWords('r', 'en', AT * 1000 - awayMs)).toBe(expected);
});

it('keeps a relative moment true when the clock is moved, with the words of the bot as its title', async () => {
  const phone = page.getByTestId('phone-donor');
  await phone.getByTestId('chat-tab-bot').click();
  const [row] = await stage.stack.database<{ unix: number }[]>`
    select extract(epoch from app_now() + interval '60 hours')::int as unix`;
  const text = `It ends <tg-time unix="${row?.unix ?? 0}" format="r">on a day</tg-time>.`;
  await stage.bot('sendMessage', { chat_id: CAST.dana.id, text, parse_mode: 'HTML' });
  const moment = phone.getByTestId('moment').last();
  await see(moment.getByText('in 2 days', { exact: true }));
  expect(await moment.getAttribute('title')).toBe('on a day');
  await moveClock(page, 'clock-plus-1d', 1);
  await see(phone.getByText('in 1 day', { exact: true }));
  await moveClock(page, 'clock-plus-7d', 1);
  await see(phone.getByText('5 days ago', { exact: true }));
  await shoot(page, 'moments-relative');
});

it('keeps the words of the bot for a moment without a format', async () => {
  const phone = page.getByTestId('phone-donor');
  const text = `It ends <tg-time unix="${AT}" format="">some day</tg-time>.`;
  await stage.bot('sendMessage', { chat_id: CAST.dana.id, text, parse_mode: 'HTML' });
  const moment = phone.getByTestId('moment').getByText('some day').last();
  await see(moment);
  expect(await moment.getAttribute('title')).toBe('Monday, March 18, 2030 at 02:15');
});
