import type { Invitation } from '../membership/invite-links';
import { STAR_ACTIONS } from '../stars/star-actions';
import type { Writing } from '../types';
import type { Person } from './person';

export type Fields = Readonly<Record<string, unknown>>;

type Action = (person: Person, body: Fields) => unknown;

/** The actions of a person that the page can request, by the last part of the path. The page gets the results. */
const ACTIONS: Readonly<Record<string, Action>> = {
  start: (person, body) => person.start(text(body['payload'])),
  say: (person, body) => person.say(text(body['text']), { replyTo: Number(field(body, 'replyTo')) }),
  sendDocument: (person, body) =>
    void person.sendDocument({
      name: text(body['name']),
      bytes: Buffer.from(text(body['base64']), 'base64'),
    }),
  open: (person, body) => person.openLink(text(body['url'])),
  preview: (person, body) => ({ invitation: previewOf(person, inviteLinkOf(body)) }),
  join: (person, body) => person.join(inviteLinkOf(body)),
  leave: (person, body) => person.leave(chatIdOf(body)),
  setLanguage: (person, body) => person.setLanguage(text(body['languageCode'])),
  block: (person) => person.block(),
  unblock: (person) => person.unblock(),
  approve: ({ admin }, body) => admin.approve(chatIdOf(body), Number(body['userId'])),
  decline: ({ admin }, body) => admin.decline(chatIdOf(body), Number(body['userId'])),
  remove: ({ admin }, body) => admin.remove(chatIdOf(body), Number(body['userId'])),
  write: (person, body) => void person.write(chatIdOf(body), text(body['text'])),
  fittingChats: (person, body) => ({ chats: person.fittingChats(Number(body['requestId'])) }),
  pickChat: (person, body) => person.pickChat(Number(body['requestId']), chatIdOf(body)),
  createChannel: (person, body) => ({ chatId: person.createChannel(newChannelOf(body)) }),
  createGroup: (person, body) => ({
    chatId: person.createGroup({ ...newChannelOf(body), isSupergroup: body['isSupergroup'] === true }),
  }),
  joinPublic: (person, body) => person.joinPublic(chatIdOf(body)),
  setChatsElsewhere: (person, body) => person.setChatsElsewhere(numberIn(body, 'count')),
  promote: ({ admin }, body) => ({
    chatId: admin.promote(chatIdOf(body), Number(body['userId']), rightsIn(body)),
  }),
  linkChats: ({ admin }, body) => admin.linkChats(chatIdOf(body), numberIn(body, 'groupId')),
  setUsername: ({ admin }, body) => ({
    chatId: admin.setUsername(chatIdOf(body), text(body['username']) || undefined),
  }),
  dismiss: ({ admin }, body) => admin.dismiss(chatIdOf(body), Number(body['userId'])),
  addBot: ({ admin }, body) => ({ chatId: admin.addBot(chatIdOf(body), rightsIn(body)) }),
  addBotByLink: ({ admin }, body) => ({ chatId: admin.addBotByLink(text(body['url']), chatIdOf(body)) }),
  removeBot: ({ admin }, body) => admin.removeBot(chatIdOf(body)),
  upgradeGroup: ({ admin }, body) => ({ chatId: admin.upgradeGroup(chatIdOf(body)) }),
  setWriting: ({ admin }, body) => admin.setWriting(chatIdOf(body), text(body['writing']) as Writing),
  deleteChat: ({ admin }, body) => admin.deleteChat(chatIdOf(body)),
  ...STAR_ACTIONS,
};

/** `null` for a link that does not work, because previewing one is not an error. */
function previewOf(person: Person, inviteLink: string): Invitation | null {
  try {
    return person.preview(inviteLink);
  } catch {
    return null;
  }
}

export function findAction(name: string): Action | undefined {
  return Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
}

/** The value of the first of these names that the body has. */
export function field(body: Fields, ...names: string[]): unknown {
  return names.map((name) => body[name]).find((value) => value !== undefined);
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const newChannelOf = (body: Fields) => ({ title: text(body['title']), username: text(body['username']) });
const numberIn = (body: Fields, name: string) => (body[name] == null ? undefined : Number(body[name]));
const rightsIn = ({ rights }: Fields) => (Array.isArray(rights) ? rights.map(String) : []);
const chatIdOf = (body: Fields) => Number(field(body, 'chatId', 'chat_id'));
const inviteLinkOf = (body: Fields) => text(field(body, 'inviteLink', 'invite_link', 'url'));
