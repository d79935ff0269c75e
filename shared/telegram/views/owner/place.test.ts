import type { OpenChannelId } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { viewOf } from '../';

const openChannelId = -1001234567890 as OpenChannelId;
const extra = {
  openChannelId,
  title: 'Signals',
  use: 'extra',
  kind: 'supergroup',
  chatTitle: 'Talk',
} as const;
const gone: MessageOf<'place_gone'> = { type: 'place_gone', ...extra, people: [], count: 0 };
const broken: MessageOf<'place_broken'> = { type: 'place_broken', ...extra, state: { is: 'absent' } };

it.each([gone, broken])(
  'leads to the chats of the offer from the news about another place: $type',
  (news) => {
    const keys = viewOf(news).keyboard?.inline_keyboard?.flat() ?? [];
    expect(keys).toEqual([
      expect.objectContaining({ callback_data: callbackData.own('places', openChannelId) }),
    ]);
  },
);

it('names the button that takes a chat away which is gone', () => {
  expect(viewOf(gone).text.text).toContain('Tap 🚪 Chats to take it away');
});
