import { GrammyError, HttpError } from 'grammy/web';
import { isChatGone, membershipFailure, movedTo, telegramFailure } from './failure';

const error = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('call failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});

it.each([
  [400, 'Bad Request: message is not modified: specified new message content', 'benign'],
  [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', 'benign'],
  [400, 'Bad Request: message to delete not found', 'benign'],
  [400, "Bad Request: message can't be deleted", 'benign'],
  [403, 'Forbidden: bot was blocked by the user', 'unreachable'],
  [403, 'Forbidden: user is deactivated', 'unreachable'],
  [403, 'Forbidden: bot was kicked from the channel chat', 'unreachable'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'unreachable'],
  [400, 'Bad Request: chat not found', 'unreachable'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'unreachable'],
  [400, 'Bad Request: TOPIC_CLOSED', 'unreachable'],
  [400, 'Bad Request: TOPIC_DELETED', 'unreachable'],
  [400, 'Bad Request: message thread not found', 'unreachable'],
  [400, 'Bad Request: CHAT_RESTRICTED', 'unreachable'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'unreachable'],
  [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', 'unreachable'],
  [400, 'Bad Request: CHANNEL_PRIVATE', 'unreachable'],
  [400, 'Bad Request: USER_BANNED_IN_CHANNEL', 'unreachable'],
  [400, 'Bad Request: group chat was deactivated', 'unreachable'],
  [403, 'Forbidden: the group chat was deleted', 'unreachable'],
  [400, "Bad Request: can't parse entities: unsupported start tag", 'permanent'],
  [400, 'Bad Request: message is too long', 'permanent'],
  [429, 'Too Many Requests: retry after 7', 'retryable'],
  [500, 'Internal Server Error', 'retryable'],
  [502, 'Bad Gateway', 'retryable'],
  [401, 'Unauthorized', 'retryable'],
  [409, 'Conflict', 'retryable'],
])('%d %s is %s', (code, description, type) => {
  expect(telegramFailure(error(code, description)).type).toBe(type);
});

it('finds the id that a group got when it became a supergroup', () => {
  const upgraded = error(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: -1007770009,
  });
  expect(movedTo(upgraded)).toBe(-1007770009);
  expect(movedTo(error(400, 'Bad Request: chat not found'))).toBeUndefined();
  expect(movedTo(new TypeError('x'))).toBeUndefined();
});

it.each([
  [400, 'Bad Request: chat not found', true],
  [400, 'Bad Request: CHANNEL_INVALID', true],
  [403, 'Forbidden: the group chat was deleted', true],
  [400, 'Bad Request: user not found', false],
  [400, 'Bad Request: member not found', false],
  [400, 'Bad Request: CHANNEL_PRIVATE', false],
  [403, 'Forbidden: bot was kicked from the channel chat', false],
  [403, 'Forbidden: bot is not a member of the channel chat', false],
  [404, 'Not Found: method not found', false],
  [502, 'Bad Gateway: chat not found', false],
])('knows whether a chat is gone: %d %s: %p', (code, description, expected) => {
  expect(isChatGone(error(code, description))).toBe(expected);
});

it('returns the wait that Telegram asks for in `retry_after`', () => {
  expect(telegramFailure(error(429, 'Too Many Requests', { retry_after: 7 }))).toMatchObject({
    afterSeconds: 7,
  });
});

it('is retryable if there was no answer', () => {
  expect(telegramFailure(new HttpError('fetch failed', new Error('reset'))).type).toBe('retryable');
});

it('throws an error that is our own bug', () => {
  expect(() => telegramFailure(new TypeError('undefined is not a function'))).toThrow(TypeError);
});

it.each([
  [400, 'Bad Request: USER_ALREADY_PARTICIPANT', 'already'],
  [400, 'Bad Request: HIDE_REQUESTER_MISSING', 'already'],
  [400, 'Bad Request: INVITE_HASH_EXPIRED', 'already'],
  [400, 'Bad Request: PARTICIPANT_ID_INVALID', 'no_such_user'],
  [400, 'Bad Request: user not found', 'no_such_user'],
  [400, 'Bad Request: user is an administrator of the chat', 'irremovable'],
  [400, "Bad Request: can't remove chat owner", 'irremovable'],
  [400, 'Bad Request: not enough rights to restrict/unrestrict chat member', 'refused'],
  [400, 'Bad Request: CHAT_ADMIN_REQUIRED', 'refused'],
  [400, 'Bad Request: chat not found', 'refused'],
  [403, 'Forbidden: bot was kicked from the channel chat', 'refused'],
  [400, 'Bad Request: SOMETHING_NEW', 'refused'],
  [400, 'Bad Request: USER_CHANNELS_TOO_MUCH', 'in_too_many_chats'],
  [403, 'Forbidden: USER_CHANNELS_TOO_MUCH', 'in_too_many_chats'],
  [400, 'Bad Request: CHANNELS_TOO_MUCH', 'in_too_many_chats'],
  [400, 'Bad Request: CHANNELS TOO MUCH', 'in_too_many_chats'],
  [400, 'Bad Request: user is already in too many channels/supergroups', 'in_too_many_chats'],
  [400, 'Bad Request: USERS_TOO_MUCH', 'full'],
  [403, 'Forbidden: USERS_TOO_MUCH', 'full'],
  [400, 'Bad Request: too many members in the channel', 'full'],
  [400, 'Bad Request: USER_KICKED', 'banned'],
  [400, 'Bad Request: INPUT_USER_DEACTIVATED', 'no_such_user'],
  [403, 'Forbidden: USER_PRIVACY_RESTRICTED', 'about_user'],
  [400, 'Bad Request: USER_NOT_MUTUAL_CONTACT', 'about_user'],
  [400, 'Bad Request: USER_ADMIN_INVALID', 'irremovable'],
  [400, 'Bad Request: USER_BANNED_IN_CHANNEL', 'refused'],
  [429, 'Too Many Requests: retry after 7', 'retryable'],
  [502, 'Bad Gateway', 'retryable'],
  [401, 'Unauthorized', 'retryable'],
])('means for a membership call: %d %s is %s', (code, description, type) => {
  expect(membershipFailure(error(code, description)).type).toBe(type);
});
