import { randomInt } from 'node:crypto';
import { describeChat, describeMessage, describeUser } from '../describe';
import { badRequest } from '../wire/errors';
import type { World } from '../world';

/** How long a callback query can be answered. Its update expires at the same time. */
const ANSWERABLE_MS = 150_000;

export type CallbackAnswer = { text?: string; show_alert?: boolean; url?: string };

export interface Press {
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly data: string;
  readonly timeoutMs: number;
}

interface Open {
  readonly expiresAt: number;
  readonly resolve: (answer: CallbackAnswer) => void;
}

/** Taps on inline buttons that wait for answerCallbackQuery. */
export class CallbackQueries {
  private readonly world: World;
  private readonly open = new Map<string, Open>();
  private readonly closing = new Set<() => void>();

  constructor(world: World) {
    this.world = world;
  }

  /** Presses a button. Resolves with the bot's answer, or rejects if none comes in time. */
  press(press: Press): Promise<CallbackAnswer> {
    // Random, so that no id repeats after a restart, because the bot remembers them.
    const id = `${randomInt(10 ** 8, 10 ** 9)}${randomInt(10 ** 8, 10 ** 9)}`;
    const answer = new Promise<CallbackAnswer>((resolve, reject) => {
      const fail = (why: string) => {
        this.closing.delete(close);
        clearTimeout(timer);
        reject(new Error(why));
      };
      const close = () => fail('the simulator was closed');
      const timer = setTimeout(() => fail(`callback query ${id} was never answered`), press.timeoutMs);
      this.closing.add(close);
      this.open.set(id, {
        expiresAt: this.world.now() + ANSWERABLE_MS,
        resolve: (value) => {
          this.closing.delete(close);
          clearTimeout(timer);
          resolve(value);
        },
      });
    });
    // Without a handler, an unanswered tap that no test awaits would end the process.
    answer.catch(() => undefined);
    this.world.emit('callback_query', this.describe(id, press));
    return answer;
  }

  /** Answers a query once. Throws Telegram's error for an old, unknown or answered one. */
  answer(id: string, answer: CallbackAnswer): void {
    const query = this.open.get(id);
    if (!query || query.expiresAt < this.world.now()) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if ((answer.text ?? '').length > 200) throw badRequest('MESSAGE_TOO_LONG');
    this.open.delete(id);
    query.resolve(answer);
  }

  close(): void {
    for (const close of [...this.closing]) close();
  }

  private describe(id: string, { userId, chatId, messageId, data }: Press): Record<string, unknown> {
    const chat = this.world.getChat(chatId);
    const message = chat.messages.find((candidate) => candidate.message_id === messageId);
    return {
      id,
      from: describeUser(this.world, this.world.getUser(userId)),
      // A deleted or unknown message is an InaccessibleMessage.
      message: message
        ? describeMessage(message)
        : { chat: describeChat(this.world, chat), message_id: messageId, date: 0 },
      chat_instance: chat.instance,
      data,
    };
  }
}
