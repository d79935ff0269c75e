import { removalCauseWords } from '../../telegram/views/owner/lists/audit-words';
import { wordingIn } from '../../telegram/views/wording';
import { OPEN, useAccessWorld } from '../../../tests/worlds/access';
import { useSupport } from '../../../tests/worlds/support';
import { DAY_MS } from '../../domain/common/time';

const world = useAccessWorld();
const support = useSupport(world);

const GRACE_DAYS = 2;

async function newMember() {
  const userId = support.newPerson();
  await support.meet(userId);
  const order = await support.buy(userId);
  await support.join(userId);
  return { userId, ...order };
}
type Member = Awaited<ReturnType<typeof newMember>>;

const refund = (userId: number, { reference, paymentId }: Pick<Member, 'reference' | 'paymentId'>) =>
  support.pay(userId, reference, { payment_id: paymentId, payment_status: 'refunded' });
const passDays = async (days: number) => {
  await world.advance(days * DAY_MS);
  await world.drain();
};

/** What ended the access of a member who paid for 30 days,. */
const ENDINGS: Readonly<Record<string, { cause: string; end: (member: Member) => Promise<void> }>> = {
  'who did not renew': { cause: 'expired', end: () => passDays(30 + GRACE_DAYS) },
  'whose payment was refunded': {
    cause: 'refunded',
    end: async (member) => {
      await refund(member.userId, member);
      await world.drain();
    },
  },
  'whose access the owner ended': {
    cause: 'ended_by_owner',
    end: async ({ userId }) => {
      await support.rule('revoke', userId);
      await world.drain();
    },
  },
  'banned by the owner': {
    cause: 'banned',
    end: async ({ userId }) => {
      await support.rule('ban', userId);
      await passDays(30 + GRACE_DAYS);
    },
  },
  'who renewed and got only the later month back': {
    cause: 'refunded',
    end: async ({ userId }) => {
      const renewal = await support.buy(userId);
      await passDays(31);
      await refund(userId, renewal);
      await passDays(GRACE_DAYS);
    },
  },
  'who was refunded, bought again and did not renew': {
    cause: 'expired',
    end: async (member) => {
      const second = await support.buy(member.userId);
      await refund(member.userId, member);
      expect(second.reference).not.toBe(member.reference);
      await passDays(30 + GRACE_DAYS);
    },
  },
  'who was given days that the owner took back': {
    cause: 'ended_by_owner',
    end: async ({ userId }) => {
      await support.rule('grant', userId, { days: 30 });
      await passDays(31);
      await support.rule('revoke', userId);
      await world.drain();
    },
  },
};

it.each(Object.keys(ENDINGS))('names the cause in the audit row of a member %s', async (name) => {
  const member = await newMember();
  const { cause, end } = ENDINGS[name]!;
  await end(member);
  expect(await world.isIn(member.userId)).toBe(false);
  const rows = await world.test.database.query(
    (sql) => sql<{ cause: string }[]>`
      select details ->> 'cause' as cause from audit_log
      where open_channel_id = ${OPEN} and user_id = ${member.userId} and act in ('removed', 'left')`,
  );
  expect([...rows]).toEqual([{ cause }]);
});

it.each(Object.keys(ENDINGS))('tells a member %s if the owner ended the access', async (name) => {
  const member = await newMember();
  const { cause, end } = ENDINGS[name]!;
  await end(member);
  const told = (await support.told(member.userId)).filter(({ message }) => message.type === 'access_ended');
  expect(told.some(({ message }) => 'isByOwner' in message)).toBe(cause === 'ended_by_owner');
});

it.each([...new Set(Object.values(ENDINGS).map(({ cause }) => cause))])(
  'has words for the cause %s',
  (cause) => {
    expect(removalCauseWords(cause, wordingIn('en'))).not.toContain('_');
    expect(removalCauseWords(cause, wordingIn('en'))).not.toBe(cause === 'banned' ? '' : cause);
  },
);
