import { useTestDatabase } from '../../../tests/support/test-database';
import type { Delivery } from '../common/inbox';
import { claimCall, concludeCall, releaseCall, type ClaimedCall } from './calls';

const test = useTestDatabase();

const call = (deliveryId: string): Delivery => ({ source: 'notification', deliveryId, correlationId: 'c' });
const claim = (id: string) => claimCall(test.database, call(id), 600);
async function claimed(id: string): Promise<ClaimedCall> {
  const answer = await claim(id);
  if (answer.type !== 'claimed') throw new Error(`${id} is ${answer.type}`);
  return answer.call;
}

it('is claimed by one of many callers at the same moment', async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim('many')));
  expect(claims.filter(({ type }) => type === 'claimed')).toHaveLength(1);
  expect(claims.filter(({ type }) => type === 'in_progress')).toHaveLength(19);
});

it('counts as done after an answer until its window has passed', async () => {
  await concludeCall(test.database, await claimed('done'), 'sent');
  expect(await claim('done')).toEqual({ type: 'done' });
  await test.advance('601 seconds');
  expect(await claim('done')).toMatchObject({ type: 'claimed' });
});

it('can be claimed again at once after a release', async () => {
  await releaseCall(test.database, await claimed('released'));
  expect(await claim('released')).toMatchObject({ type: 'claimed' });
  expect(await claim('released')).toMatchObject({ type: 'in_progress' });
});

it('can be claimed from a dead instance after exactly the time it named', async () => {
  await claimed('abandoned');
  await test.advance('20 seconds');
  const answer = await claim('abandoned');
  const left = answer.type === 'in_progress' ? answer.secondsLeft : 0;
  expect([9, 10]).toContain(left);
  await test.advance(`${left - 2} seconds`);
  expect(await claim('abandoned')).toMatchObject({ type: 'in_progress' });
  await test.advance('2 seconds');
  expect(await claim('abandoned')).toMatchObject({ type: 'claimed' });
});

describe('a claim that was taken over', () => {
  const lose = async (id: string) => {
    const lost = await claimed(id);
    await test.advance('31 seconds');
    return { lost, holder: await claimed(id) };
  };

  it('can neither conclude nor release the call', async () => {
    const { lost, holder } = await lose('fenced');
    await releaseCall(test.database, lost);
    expect(await claim('fenced')).toMatchObject({ type: 'in_progress' });
    await concludeCall(test.database, lost, 'sent');
    expect(await claim('fenced')).toMatchObject({ type: 'in_progress' });
    await concludeCall(test.database, holder, 'sent');
    expect(await claim('fenced')).toEqual({ type: 'done' });
  });

  it('stays powerless after its successor released the call', async () => {
    const { lost, holder } = await lose('given back');
    await releaseCall(test.database, holder);
    await claimed('given back');
    await concludeCall(test.database, lost, 'sent');
    expect(await claim('given back')).toMatchObject({ type: 'in_progress' });
  });
});
