import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimSlot } from '../../database/access/removal-brakes';
import {
  CLOSED,
  forgetPromises,
  OPEN,
  OWNER,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';
import { faultOf, quoted, scenesOf, type Scene } from '../../../tests/worlds/access-steps';
import { performEffect } from '../perform-effect';
import { attemptOf } from '../../../tests/support/attempt';

const world = useAccessWorld();
const SCENES = scenesOf(world);
beforeEach(() => forgetPromises(world));

interface Line {
  readonly step: string;
  readonly call: string;
  readonly says: string;
  readonly promise: string;
  readonly buyer: string;
  readonly owner: string;
  readonly end: string;
}

/** The table of the document: one line for each call and each answer of Telegram. */
const LINES: Line[] = readFileSync(join(__dirname, '../../../docs/access.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (tell|grant|revoke|approve|decline|remove) /.test(line))
  .flatMap((line) => {
    const [, step = '', calls = '', answers = '', promise = '', buyer = '', owner = '', end = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    const plain = (cell: string) => cell.replace(/`/g, '').replace('–', '');
    return quoted(calls).flatMap((call) =>
      quoted(answers).map((says) => ({
        step,
        call,
        says,
        promise: plain(promise),
        buyer: plain(buyer),
        owner: plain(owner),
        end,
      })),
    );
  });

async function arm({ call, says }: Line): Promise<void> {
  // Asked only after five removals. The next one is then allowed, because the channel has many members.
  if (call === 'getChatMemberCount') {
    for (let userId = 1; userId <= 5; userId += 1)
      await claimSlot(world.test.database, { openChannelId: OPEN, userId }, 5);
    for (let id = 1_000; id < 1_100; id += 1) {
      world.telegram.addUser({ id, first_name: `M${id}` });
      world.telegram.setMember(CLOSED, id, 'member');
    }
  }
  if (!call.startsWith('the proving ')) world.telegram.fault(faultOf(call, says));
}

/** Performs a step. If the table proves a removal, the fault hits the second `getChatMember`. */
function attempt({ call, says }: Line, { effect }: Scene) {
  if (!call.startsWith('the proving ')) return world.perform(effect);
  const api = Object.create(world.deps.api) as typeof world.deps.api;
  api.unbanChatMember = async (...args) => {
    const done = await world.deps.api.unbanChatMember(...args);
    world.telegram.fault(faultOf('getChatMember', says));
    return done;
  };
  return performEffect({ ...world.deps, api }, effect, attemptOf('test'));
}

async function endOf({ userId }: Buyer): Promise<string> {
  if (await world.isIn(userId)) return 'in';
  const [row] = await world.test.database.query(
    (sql) => sql`select removed_at is not null as removed from subscriptions where user_id = ${userId}`,
  );
  if (row?.['removed']) return 'removed';
  return (await world.liveLinks(userId)).length > 0 ? 'invited' : 'out';
}

it('documents every call', () => {
  expect(LINES.length).toBeGreaterThan(50);
});

it.each(LINES)('$step: $call, $says → $promise', async (line) => {
  const scene = await SCENES[line.step]!();
  const { userId } = scene.buyer;
  await arm(line);
  const outcome = await attempt(line, scene);
  world.telegram.clearFaults();
  const seconds = 'afterSeconds' in outcome && outcome.afterSeconds ? ` ${outcome.afterSeconds} s` : '';
  const seen = {
    promise: `${outcome.type}${seconds}`,
    buyer: (await world.said(userId)).filter((type) => type !== 'access_ended').join(),
    owner: (await world.said(OWNER)).join(),
  };
  if (outcome.type === 'later' || outcome.type === 'unanswered') {
    expect(await world.perform(scene.effect, 'test', 2)).toEqual({ type: 'done' });
    expect((await world.said(userId)).filter((type) => type === seen.buyer)).toHaveLength(seen.buyer ? 1 : 0);
  }
  expect({ ...seen, end: await endOf(scene.buyer) }).toEqual({
    promise: line.promise,
    buyer: line.buyer,
    owner: line.owner,
    end: line.end,
  });
});
