import { FOR_EVER_DAYS } from '../../../domain/common/for-ever';
import { orderDescription } from './order-description';

const tier = (tierName: string, days = 30) => ({ kind: 'subscription', tierName, days }) as const;

test.each([
  [tier('Gold'), 'Alpha', 'Alpha: Gold, 30 days'],
  [tier('Gold', 1), 'Alpha', 'Alpha: Gold, 1 day'],
  [tier('Gold', FOR_EVER_DAYS), 'Alpha', 'Alpha: Gold, lifetime'],
  [tier('Gold'), '', 'Gold, 30 days'],
  [tier(''), 'Alpha', 'Alpha: 30 days'],
  [tier(''), '', 'Subscription, 30 days'],
  [{ kind: 'donation' } as const, 'Alpha', 'Donation to Alpha'],
  [{ kind: 'donation' } as const, '', 'Donation'],
])('describes %j of %j as %j', (item, title, words) => expect(orderDescription({ item, title })).toBe(words));
