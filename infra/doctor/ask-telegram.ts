import { movedTo, telegramFailure } from '../../shared/telegram/failure';

/** Telegram's answer, or the reason why there is none. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly isTemporary: boolean;
      /** How long Telegram wants us to wait. */
      readonly afterSeconds?: number | undefined;
      /** The supergroup that the chat became. */
      readonly movedTo?: number | undefined;
    };

/** Makes one call and returns a failure in Telegram's own words. Throws only for our own bugs. */
export async function askTelegram<T>(call: Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'benign') return { ok: false, reason: 'nothing to do', isTemporary: false };
    const { reason } = failure;
    if (failure.type !== 'retryable')
      return { ok: false, reason, isTemporary: false, movedTo: movedTo(error) };
    return { ok: false, reason, isTemporary: true, afterSeconds: failure.afterSeconds };
  }
}

/** Whether Telegram refused the token: it answers 401, or 404 if the text does not even look like a token. */
export const isTokenRefused = (reason: string): boolean => /^(Unauthorized|Not Found)$/.test(reason);
