import { expireKeypad, setKeypadMessage } from '../../database/donations/save-keypad';
import { findKeypad, secondsUntilExpiry } from '../../database/donations/keypads';
import type { Database } from '../../database/connection/pool';
import { keypadClosing, type EffectOf } from '../../domain/effects';
import type { Api } from '../../telegram/api';
import { sendMessage } from '../../telegram/send-message';
import { DONE, notYet, type Attempt, type Outcome } from '../common/outcome';
import { callTelegram } from '../common/telegram-call';
import { keypadMessage } from './keypad-prompts';

export interface KeypadDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
}

/** Sends a keypad unless it was already sent, replaced or expired. */
export async function sendKeypad(
  deps: KeypadDependencies,
  { chatId, keypadId }: EffectOf<'send_keypad'>,
  { language }: Pick<Attempt, 'language'>,
): Promise<Outcome> {
  const keypad = await findKeypad(deps.database, keypadId);
  if (keypad === undefined || keypad.isClosed || keypad.messageId !== null) return DONE;
  return callTelegram(deps, chatId, async () => {
    const messageId = await sendMessage(deps.api, { chatId, language }, keypadMessage(keypad));
    await setKeypadMessage(deps.database, keypadId, { chatId, messageId });
  });
}

/** Expires a keypad. Waits again if a tap has prolonged the keypad's life. */
export async function endKeypad(
  { database }: Pick<KeypadDependencies, 'database'>,
  { keypadId }: EffectOf<'expire_keypad'>,
): Promise<Outcome> {
  const seconds = await secondsUntilExpiry(database, keypadId);
  if (seconds === undefined) return DONE;
  if (seconds > 0) return notYet(seconds);
  const keypad = await findKeypad(database, keypadId);
  if (keypad === undefined || keypad.isClosed) return DONE;
  const isClosed = await expireKeypad(
    database,
    keypadId,
    keypadClosing({ ...keypad, chatId: keypad.userId }),
  );
  return isClosed ? DONE : notYet(1);
}
