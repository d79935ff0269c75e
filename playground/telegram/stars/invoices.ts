import { randomBytes } from 'node:crypto';
import type { SimMessage } from '../types';
import type { World } from '../world';
import type { InvoicePlace, InvoiceTerms } from './star-types';

/** The invoices in messages and behind links. Nothing ever ends them but deleting the message or its button. */
export class Invoices {
  private readonly world: World;
  private readonly byMessage = new Map<string, InvoiceTerms>();
  private readonly byLink = new Map<string, InvoiceTerms>();

  constructor(world: World) {
    this.world = world;
  }

  addMessage({ chatId, messageId }: { chatId: number; messageId: number }, terms: InvoiceTerms): void {
    this.byMessage.set(`${chatId}:${messageId}`, terms);
  }

  addLink(terms: InvoiceTerms): string {
    const link = `https://t.me/$${randomBytes(16).toString('base64url')}`;
    this.byLink.set(link, terms);
    return link;
  }

  /** What a user can pay there. Throws the client's error. */
  find(userId: number, place: InvoicePlace): InvoiceTerms {
    const terms =
      typeof place === 'string'
        ? this.byLink.get(linkIn(place))
        : this.findMessage(userId, addressOf(userId, place));
    if (!terms) throw new Error(typeof place === 'string' ? 'SLUG_INVALID' : 'MESSAGE_ID_INVALID');
    return terms;
  }

  private findMessage(userId: number, { chatId, messageId }: Address): InvoiceTerms | undefined {
    const chat = this.world.getChat(chatId);
    const message = chat.messages.find(({ message_id }) => message_id === messageId);
    const terms = this.byMessage.get(`${chatId}:${messageId}`);
    if (!message || !terms) return undefined;
    if (!hasPayButton(message)) throw new Error('This message has no Pay button');
    if (chat.type === 'private' && chatId !== userId) checkForwarding(message, terms);
    return terms;
  }
}

interface Address {
  readonly chatId: number;
  readonly messageId: number;
}

const addressOf = (userId: number, place: number | Address): Address =>
  typeof place === 'number' ? { chatId: userId, messageId: place } : place;

/** `t.me/$slug` and `t.me/invoice/slug` are one link. */
const linkIn = (link: string) =>
  link.replace(/^(?:https?:\/\/)?(?:t|telegram)\.me\/(?:invoice\/|\$|%24)/i, 'https://t.me/$');

const hasPayButton = ({ reply_markup }: SimMessage): boolean =>
  reply_markup?.inline_keyboard[0]?.[0] !== undefined && 'pay' in reply_markup.inline_keyboard[0][0];

/** From another person's chat, a user only has a forwarded copy. */
function checkForwarding({ has_protected_content }: SimMessage, { startParameter }: InvoiceTerms): void {
  if (has_protected_content) throw new Error('CHAT_FORWARDS_RESTRICTED');
  if (startParameter !== '')
    throw new Error(`A forwarded copy only opens the bot with start=${startParameter}. It has no Pay button`);
}
