import { GrammyError, HttpError } from 'grammy/web';
import { withSecondTry } from './second-try';

const refused = (code: number, parameters = {}) =>
  new GrammyError(
    'refused',
    { ok: false, error_code: code, description: 'refused', parameters },
    'sendMessage',
    {},
  );
/** A call that fails with each of `errors` in turn, and then succeeds. */
function failing(...errors: Error[]) {
  const calls = jest.fn(async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'sent';
  });
  return calls;
}

it.each([500, 502, 504])('repeats a call that Telegram answers with %d once', async (code) => {
  const call = failing(refused(code));
  expect(await withSecondTry(call)).toBe('sent');
  expect(call).toHaveBeenCalledTimes(2);
  const twice = failing(refused(code), refused(code), refused(code));
  await expect(withSecondTry(twice)).rejects.toThrow('refused');
  expect(twice).toHaveBeenCalledTimes(2);
});

it.each([
  ['no answer, because the call may have had its effect', new HttpError('lost', new Error('timeout'))],
  ['a wait that Telegram asks for', refused(500, { retry_after: 3 })],
  ['too many requests', refused(429, { retry_after: 3 })],
  ['a refusal', refused(403)],
  ['an error of our own', new Error('ours')],
])('does not repeat after %s', async (_case, error) => {
  const call = failing(error, error);
  await expect(withSecondTry(call)).rejects.toBe(error);
  expect(call).toHaveBeenCalledTimes(1);
});
