import fc from 'fast-check';
import type { OpenChannelId, OrderReference, UserId } from '../common/ids';
import { isChannelId, isOrderReference, isUserId } from '../common/ids';
import { MalformedOrderId, formatOrderId, parseOrderId } from './order-id';

const REFERENCE = 'AAAAAAAAAAAAAAAAAAAA_-' as OrderReference;
const userIds = fc.integer({ min: 1, max: 2 ** 52 }).map((id) => id as UserId);
const openChannelIds = fc.stringMatching(/^-100\d{1,13}$/).map((id) => Number(id) as OpenChannelId);
const references = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/).map((text) => text as OrderReference);
const orderIds = fc.record({ userId: userIds, openChannelId: openChannelIds, reference: references });

const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof MalformedOrderId) return error.reason;
    throw error;
  }
  return 'none';
};

describe('order ids', () => {
  it('reads back what it wrote, including the sign', () => {
    fc.assert(
      fc.property(orderIds, (parts) => {
        const { orderId, corrected } = formatOrderId(parts);
        expect(parseOrderId(orderId)).toEqual(parts);
        expect(corrected).toBe(false);
      }),
    );
  });

  it('restores the lost sign of a channel id', () => {
    const positive = 1003253338212 as OpenChannelId;
    const written = formatOrderId({
      userId: 6271402111 as UserId,
      openChannelId: positive,
      reference: REFERENCE,
    });
    expect(written).toEqual({ orderId: `PGP-6271402111|-1003253338212|${REFERENCE}`, corrected: true });
  });

  test.each([
    ['PGP-6271402111|-1003253338212', 'the predecessor'],
    ['PGP-6271402111-1003253338212', 'its first form, whose separator swallowed the sign'],
    ['PGP-6271402111--1003253338212', 'its first form, with the sign'],
  ])('reads %s of %s', (text) =>
    expect(parseOrderId(text)).toEqual({ userId: 6271402111, openChannelId: -1003253338212 }),
  );

  test.each([
    ['', 'shape'],
    ['PGP', 'shape'],
    ['PGP-', 'shape'],
    ['pgp-1|-1001', 'shape'],
    ['PGP-1', 'shape'],
    [`PGP-1|-1001|${REFERENCE}|x`, 'shape'],
    [` PGP-1|-1001`, 'shape'],
    ['PGP-1|-1001\n', 'open_channel_id'],
    ['PGP-|-1001', 'user_id'],
    ['PGP-0|-1001', 'user_id'],
    ['PGP-01|-1001', 'user_id'],
    ['PGP--5|-1001', 'user_id'],
    ['PGP-1e3|-1001', 'user_id'],
    ['PGP-4503599627370497|-1001', 'user_id'],
    ['PGP-1|1001', 'open_channel_id'],
    ['PGP-1|-100', 'open_channel_id'],
    ['PGP-1|-99', 'open_channel_id'],
    ['PGP-1|-10012345678901234', 'open_channel_id'],
    ['PGP-1-2', 'open_channel_id'],
    ['PGP-1|-1001|', 'reference'],
    ['PGP-1|-1001|short', 'reference'],
    [`PGP-1|-1001|${REFERENCE}A`, 'reference'],
  ])('refuses %j for its %s', (text, reason) => expect(reasonOf(() => parseOrderId(text))).toBe(reason));

  test.each([
    [{ userId: 0 as UserId }, 'user_id'],
    [{ userId: (2 ** 52 + 1) as UserId }, 'user_id'],
    [{ userId: NaN as UserId }, 'user_id'],
    [{ openChannelId: -5 as OpenChannelId }, 'open_channel_id'],
    [{ openChannelId: 0 as OpenChannelId }, 'open_channel_id'],
    [{ reference: 'a|b' as OrderReference }, 'reference'],
  ])('refuses to write an order id from %j', (part, reason) => {
    const parts = { userId: 1 as UserId, openChannelId: -1001 as OpenChannelId, reference: REFERENCE };
    expect(reasonOf(() => formatOrderId({ ...parts, ...part }))).toBe(reason);
  });

  it('returns only valid ids for any text', () => {
    const pieces = fc.constantFrom(
      'PGP',
      'PGP-',
      '-',
      '--',
      '|',
      '-100',
      '1',
      '9007199254740993',
      '0',
      REFERENCE,
      '\n',
      '١',
    );
    const garbage = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        if (reasonOf(() => parseOrderId(text)) !== 'none') return;
        const { userId, openChannelId, reference } = parseOrderId(text);
        expect(isUserId(userId) && isChannelId(openChannelId)).toBe(true);
        expect(reference === undefined || isOrderReference(reference)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
