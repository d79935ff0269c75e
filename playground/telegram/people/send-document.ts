import { documentOf, typeOf } from '../methods/files';
import { postMessage } from '../post-message';
import type { World } from '../world';

/** A file that a user sends. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly caption?: string;
}

/** Sends a document to the bot. Returns the message's id. The client refuses an empty file. */
export function sendDocument(world: World, userId: number, { name, bytes, caption }: SentFile): number {
  if (bytes.length === 0) throw new Error('The file is empty');
  const content = Buffer.from(bytes);
  const file = world.files.add({ kind: 'document', name, type: typeOf(name, content), bytes: content });
  const message = postMessage(
    world,
    { chat: world.getChat(userId), authorId: userId },
    { text: '', document: documentOf(file), ...(caption !== undefined && { caption }) },
  );
  const { text, ...sent } = message;
  world.emit('message', { ...sent, ...(text !== '' && { text }) });
  return message.message_id;
}
