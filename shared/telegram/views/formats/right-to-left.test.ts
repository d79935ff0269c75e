import { isolateWhole, readRightToLeft } from './right-to-left';
import { viewOf } from '../';
import { messagesIn, samplesOf } from '../../../../tests/samples/messages';

const FSI = '\u2068';
const PDI = '\u2069';
const RLM = '\u200F';

it.each([
  ['سفارش‌ها در /mysubs هستند.', `سفارش‌ها در ${FSI}/mysubs${PDI} هستند.`],
  ['پرسشی دارید؟ /paysupport', `پرسشی دارید؟ ${FSI}/paysupport${PDI}`],
  ['متن (/help) و <b>/start</b>', `متن (${FSI}/help${PDI}) و <b>${FSI}/start${PDI}</b>`],
  [`متن ${FSI}/help${PDI}`, `متن ${FSI}/help${PDI}`],
  ['<b>متن</b> <a href="https://t.me/x">پیوند</a>', '<b>متن</b> <a href="https://t.me/x">پیوند</a>'],
  ['متن t.me/bot و 24/7 و https://t.me/x', 'متن t.me/bot و 24/7 و https://t.me/x'],
])('isolates the commands of %j and nothing else', (text, isolated) => {
  expect(readRightToLeft(text)).toBe(isolated);
});

it.each([
  ['متن', 'متن'],
  ['💝 متن', '💝 متن'],
  [`• <b>${FSI}$25.00${PDI}</b>، ${FSI}@dana${PDI}`, `${RLM}• <b>${FSI}$25.00${PDI}</b>، ${FSI}@dana${PDI}`],
  [`${FSI}سلام${PDI}: 5`, `${RLM}${FSI}سلام${PDI}: 5`],
  ['NOWPayments پول را دید', `${RLM}NOWPayments پول را دید`],
  [`متن\n${FSI}a${PDI} · ${FSI}b${PDI}\n\nمتن`, `متن\n${RLM}${FSI}a${PDI} · ${FSI}b${PDI}\n\nمتن`],
])('directs each line of %j from the right', (text, directed) => {
  expect(readRightToLeft(text)).toBe(directed);
  expect(readRightToLeft(directed)).toBe(directed);
});

it.each([
  ['a', `${FSI}a${PDI}`],
  [`${FSI}a${PDI}`, `${FSI}a${PDI}`],
  [`${FSI}a${FSI}b${PDI}${PDI}`, `${FSI}a${FSI}b${PDI}${PDI}`],
  [`${FSI}a${PDI}, ${FSI}b${PDI}`, `${FSI}${FSI}a${PDI}, ${FSI}b${PDI}${PDI}`],
])('isolates %j as a whole once', (text, isolated) => {
  expect(isolateWhole(text)).toBe(isolated);
});

const plain = { title: 'Alpha Signals', name: 'Gold', text: 'The best of all' };
const BARE_COMMAND = /(?<![\w/<.:&;\u2068])\/[a-z]+(?![\w/])/;

it('isolates each command of each message in Persian', () => {
  const bare = messagesIn(samplesOf(plain))
    .map((message) => viewOf(message, 'fa').text.text.replace(/<[^>]*>/g, ''))
    .filter((text) => BARE_COMMAND.test(text));
  expect(bare).toEqual([]);
});
