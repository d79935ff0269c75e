import type { OpenChannelId } from '../../../../domain/common/ids';
import { LANGUAGES } from '../../../../domain/common/language';
import { viewOf } from '../..';

const openChannelId = -1001234567890 as OpenChannelId;

it.each(LANGUAGES)('does not call members the newest in %s', (language) => {
  const below = (name: 'orders' | 'members') =>
    viewOf(
      { type: 'export_file', openChannelId, title: 'Alpha', role: 'owner', name, rows: 20, isWhole: false },
      language,
    )
      .text.text.split('\n')
      .slice(1);
  const [rows, cut] = below('members');
  expect([/ID|شناسه/.test(rows ?? ''), /ID|شناسه/.test(cut ?? '')]).toEqual([true, true]);
  expect(below('orders')).not.toContain(rows);
});
