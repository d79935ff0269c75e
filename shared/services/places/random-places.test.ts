import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { OFFERS, offerPlaces, USERS } from '../../../tests/worlds/offer-places';
import { usePlaceWorld } from '../../../tests/worlds/places';

const world = usePlaceWorld();

type Places = ReturnType<typeof offerPlaces>;
const ACTIONS = [
  'buy',
  'buy',
  'buy',
  'buyForEver',
  'open',
  'open',
  'close',
  'refund',
  'ban',
  'unban',
  'leave',
  'addByHand',
  'appoint',
  'loseRight',
  'upgrade',
  'crash',
  'crash',
  'work',
  'work',
  'wait',
] as const satisfies readonly (keyof Places['actions'])[];
const CHATS = ['main 0', 'main 1', 'main 2', 'channel', 'supergroup', 'group'] as const;

const action = fc.record({
  what: fc.constantFrom(...ACTIONS),
  offer: fc.constantFrom(...OFFERS),
  user: fc.constantFrom(...USERS),
  chat: fc.constantFrom(...CHATS),
  size: fc.integer({ min: 1, max: 20 }),
});
/** One world lives through all of them, because nobody may be left behind by what came before. */
const histories = fc.array(fc.array(action, { minLength: 12, maxLength: 12 }), {
  minLength: 5,
  maxLength: 5,
});

it('has in each place exactly those that some offer lets in, and those that are protected', async () => {
  const places = offerPlaces(world);
  await places.begin();
  const seed = randomInt(2 ** 31);
  const [history = []] = fc.sample(histories, { numRuns: 1, seed });
  const done: string[] = [`seed ${seed}`];
  for (const round of history) {
    for (const { what, offer, user, chat, size } of round) {
      done.push(`${what} ${OFFERS.indexOf(offer)} ${user} ${chat} ${size}`);
      await places.actions[what](offer, user, chat, size);
    }
    await places.settle();
    done.push('settle');
    const wrong = await places.wrong();
    expect(wrong.length === 0 ? [] : [...done, ...wrong]).toEqual([]);
  }
});
