import { askGoogle, NO_ANSWER } from './ask-google';

const request = jest.fn<Promise<{ data: unknown }>, []>();
jest.mock('google-auth-library', () => ({
  GoogleAuth: class {
    readonly request = request;
  },
}));

const failing = (fields: object) => Promise.reject(Object.assign(new Error('refused'), fields));

it.each([
  ['the resource', async () => ({ data: { state: 'PAUSED' } }), { state: 'PAUSED' }],
  ['nothing if Google does not let us', () => failing({ status: 403 }), undefined],
  [
    'nothing if there are no credentials',
    () => failing({ message: 'Could not load the default credentials' }),
    undefined,
  ],
  ['that Google gave no answer if it failed', () => failing({ status: 503 }), NO_ANSWER],
  ['that Google gave no answer if it was called too often', () => failing({ status: 429 }), NO_ANSWER],
  ['that Google gave no answer if it can’t be reached', () => failing({ code: 'ENOTFOUND' }), NO_ANSWER],
])('returns %s', async (_, answer, expected) => {
  request.mockImplementationOnce(answer);
  expect(await askGoogle('https://example.googleapis.com/v1/x')).toEqual(expected);
});

it('waits 10 s, although the library would look for credentials for longer', async () => {
  jest.useFakeTimers();
  request.mockImplementationOnce(() => new Promise(() => undefined));
  const asked = askGoogle('https://example.googleapis.com/v1/x');
  // The library is loaded first, which no timer decides.
  while (jest.getTimerCount() === 0) await Promise.resolve();
  await jest.advanceTimersByTimeAsync(10_000);
  jest.useRealTimers();
  expect(await asked).toBe(NO_ANSWER);
});
