import { Limits } from './limits';

const CHANNEL = -1001234567890;
const BUYER = 2;

describe('limits', () => {
  const buyer = { id: BUYER, type: 'private' } as const;
  const channel = { id: CHANNEL, type: 'channel' } as const;
  const group = { id: CHANNEL - 1, type: 'supergroup' } as const;
  test.each([
    ['messages in a private chat', buyer, 'send', 10, 1],
    ['messages in a channel', channel, 'send', 20, 3],
    ['edits in a channel', channel, 'edit', 20, 3],
    // https://core.telegram.org/bots/faq: 20 messages per minute in a group.
    ['messages in a group', group, 'send', 20, 3],
    ['messages in a basic group', { id: -4555, type: 'group' }, 'send', 20, 3],
    ['edits in a group', group, 'edit', 20, 3],
  ] as const)('limits %s', (_name, chat, what, burst, retryAfter) => {
    let now = 0;
    const limits = new Limits(true, () => now);
    for (let i = 0; i < burst; i++) limits.spend(chat, what);
    expect(() => limits.spend(chat, what)).toThrow(`Too Many Requests: retry after ${retryAfter}`);
    now += retryAfter * 1000;
    limits.spend(chat, what);
  });

  it('allows a user to tap a keypad as fast as they can', () => {
    let now = 0;
    const limits = new Limits(true, () => now);
    for (let i = 0; i < 40; i++, now += 250) limits.spend(buyer, 'edit');
  });

  it('allows 30 messages per second in total', () => {
    const limits = new Limits(true, () => 0);
    for (let id = 1; id <= 30; id++) limits.spend({ id, type: 'private' }, 'send');
    expect(() => limits.spend({ id: 31, type: 'private' }, 'send')).toThrow('retry after 1');
  });
});
