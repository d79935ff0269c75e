import { viewOf } from './index';

it.each([
  'Telegram id',
  'username',
  'first name',
  'orders',
  'payments',
  'whether you are in a channel',
  'administer one',
])('names what is stored in the terms: %s', (what) => {
  const stored = /I store ([^.]*)\./.exec(viewOf({ type: 'terms' }).text.text.replace(/\s+/g, ' '))?.[1];
  expect(stored).toContain(what);
});
