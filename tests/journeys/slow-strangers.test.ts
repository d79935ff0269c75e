import { connect, type Socket } from 'node:net';
import { TARGETS, type Target } from '../../playground/stack-types';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { useWorld } from '../worlds/journey';
import { call, type Answer } from './support/call';
import { eventually } from './support/eventually';
import { GOOD_CALLS, NOTIFICATION } from './support/signed-calls';

// Strangers who connect and dawdle hold nothing that a caller needs. Each deadline is tested in
// `tests/journeys/hosts.test.ts`.

const STRANGERS = 200;

const world = useWorld({ targets: TARGETS, environment: { RATE_LIMIT_BURST: '1000' } });

/** The most that each endpoint takes from somebody who has no secret: the headers of a credential, but not a valid one. */
const HEADS: Readonly<Record<Target, string>> = {
  telegramWebhook: 'POST / HTTP/1.1\r\nX-Telegram-Bot-Api-Secret-Token: a-guess-of-a-token',
  paymentIpn: `POST / HTTP/1.1\r\nX-Nowpayments-Sig: ${'0'.repeat(128)}`,
  notificationWebhook: `POST ${NOTIFICATION} HTTP/1.1\r\nX-Signature: ${'0'.repeat(64)}`,
  worker: `POST / HTTP/1.1\r\nX-Timestamp: 1700000000\r\nX-Signature: ${'0'.repeat(64)}`,
  health: 'GET /health HTTP/1.1',
};

/** The stranger who never says anything. */
const SILENCE = '';

/** What a stranger says first, before one byte now and then: half of the headers, or all of them and a part of a body. */
const beginnings = (target: Target): readonly string[] => [
  SILENCE,
  `${HEADS[target]}\r\nX-Slow: `,
  `${HEADS[target]}\r\nHost: x\r\nContent-Length: 1000\r\n\r\n`,
  `${HEADS[target]}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n`,
];

interface Stranger {
  readonly beginning: string;
  readonly socket: Socket;
  told: string;
  isClosed: boolean;
}

function sendStranger(url: string, beginning: string): Stranger {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const stranger: Stranger = { beginning, socket, told: '', isClosed: false };
  const say = (text: string) => text !== SILENCE && stranger.socket.writable && stranger.socket.write(text);
  const trickling = setInterval(() => say(beginning && 'x'), 250);
  stranger.socket.on('data', (chunk: Buffer) => (stranger.told += chunk.toString()));
  // The rest of a refused body may meet a closed connection.
  stranger.socket.on('error', () => undefined);
  stranger.socket.on('close', () => {
    clearInterval(trickling);
    stranger.isClosed = true;
  });
  say(beginning);
  return stranger;
}

const connected = ({ socket }: Stranger) =>
  new Promise<void>((resolve) => {
    if (!socket.connecting) resolve();
    else socket.once('connect', resolve).once('close', () => resolve());
  });

let calls = 0;
const callWell = (target: Target): Promise<Answer> =>
  call(world.functions[target].url, GOOD_CALLS[target](world.environment(target), 5000 + ++calls));

/** Sends strangers until good calls were answered while all of them were there. They stay for some seconds only. */
async function crowd(target: Target): Promise<Stranger[]> {
  const { url } = world.functions[target];
  const all: Stranger[] = [];
  await eventually(async () => {
    const strangers = Array.from({ length: STRANGERS }, (_, n) =>
      sendStranger(url, String(beginnings(target)[n % beginnings(target).length])),
    );
    all.push(...strangers);
    await Promise.all(strangers.map(connected));
    const answers = await Promise.all([callWell(target), callWell(target), callWell(target)]);
    const there = strangers.filter(({ isClosed }) => !isClosed).length;
    expect({ target, statuses: answers.map(({ status }) => status) }).toEqual({
      target,
      statuses: [200, 200, 200],
    });
    expect({ target, there }).toEqual({ target, there: STRANGERS });
  });
  return all;
}

/** What strangers who began so were told. An answer may be lost in the end of its connection. */
const toldTo = (strangers: readonly Stranger[], beginning: string) =>
  new Set(
    strangers
      .filter((each) => each.beginning === beginning && each.told !== '')
      .map(({ told }) => Number(told.split(' ')[1])),
  );

async function expectEndured(target: Target): Promise<void> {
  const all = await crowd(target);
  await eventually(() => expect(all.filter(({ isClosed }) => !isClosed)).toHaveLength(0));
  const told = beginnings(target).map((beginning) => [...toldTo(all, beginning)]);
  // Nobody was served, and a connection that said nothing was told why it was closed as well.
  expect({ target, odd: told.flat().filter((status) => ![401, 408, 429].includes(status)) }).toEqual({
    target,
    odd: [],
  });
  const [silent, halfHead, ...others] = told;
  expect({ target, silent, halfHead }).toEqual({ target, silent: [408], halfHead: [408] });
  for (const statuses of others)
    expect({ target, isTold: statuses.length > 0 }).toEqual({ target, isTold: true });
  expect((await callWell(target)).status).toBe(200);
}

// All doors at once, because each test would wait for its strangers' deadlines.
it(
  `every function answers its callers while ${STRANGERS} strangers dawdle, then hangs up on each`,
  () => Promise.all(TARGETS.map(expectEndured)),
  LONG_TEST_DEADLINE_MS,
);
