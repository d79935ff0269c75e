import { parseEnv } from 'node:util';
import { askForSecrets, newSecrets } from './new-secret';
import { CommandFailed } from './run-command';

it('reads a secret from the file without asking', async () => {
  const ask = jest.fn(async () => 'typed');
  const valueOf = newSecrets({ file: '# mine\nTELEGRAM_BOT_TOKEN= 123:"abc#+/= \r\nOTHER=1\n', ask });
  expect(await valueOf('TELEGRAM_BOT_TOKEN')).toBe('123:"abc#+/=');
  expect(ask).not.toHaveBeenCalled();
});

it('reads a value in single quotes as `--env` does', async () => {
  const password = 'a#b$c"d`e';
  const file = `NOWPAYMENTS_PASSWORD='${password}'\n`;
  expect(parseEnv(file)).toEqual({ NOWPAYMENTS_PASSWORD: password });
  expect(await newSecrets({ file })('NOWPAYMENTS_PASSWORD')).toBe(password);
});

it.each(['DATABASE_OWNER_PASSWORD', 'TELEGRAM_WEBHOOK_SECRET', 'WEBHOOK_SIGNING_SECRET'])(
  'generates a different %s each time, of allowed characters',
  async (variable) => {
    const generated = [await newSecrets({})(variable), await newSecrets({})(variable)];
    expect(generated[0]).not.toBe(generated[1]);
    for (const value of generated) expect(value).toMatch(/^[A-Za-z0-9_-]{40,}$/);
  },
);

it('asks for one secret at a time, with a hint where to find it', async () => {
  const asked: string[] = [];
  let open = 0;
  const valueOf = newSecrets({
    ask: async (question) => {
      expect(++open).toBe(1);
      asked.push(question);
      await Promise.resolve();
      open -= 1;
      return ` ${asked.length} \n`;
    },
  });
  const values = await Promise.all(['NOWPAYMENTS_API_KEY', 'NOWPAYMENTS_IPN_SECRET'].map(valueOf));
  expect(values).toEqual(['1', '2']);
  expect(asked[0]).toMatch(/^NOWPAYMENTS_API_KEY \(NOWPayments → /);
});

it('asks again after an empty answer was refused', async () => {
  const answers = ['  ', 'key'];
  const valueOf = newSecrets({ ask: async () => answers.shift() ?? '' });
  await expect(valueOf('NOWPAYMENTS_API_KEY')).rejects.toThrow('NOWPAYMENTS_API_KEY must not be empty.');
  expect(await valueOf('NOWPAYMENTS_API_KEY')).toBe('key');
});

it('explains `--secrets` if there is no terminal to ask at', async () => {
  await expect(newSecrets({})('NOWPAYMENTS_API_KEY')).rejects.toThrow(
    new CommandFailed(
      'NOWPAYMENTS_API_KEY is missing. Put a line NAME=value for each into a file and add --secrets FILE.',
    ),
  );
});

it('asks for nothing twice, even if a command that reads the secret is tried again', async () => {
  const ask = jest.fn(async () => 'key');
  const valueOf = newSecrets({ ask });
  expect([await valueOf('NOWPAYMENTS_API_KEY'), await valueOf('NOWPAYMENTS_API_KEY')]).toEqual([
    'key',
    'key',
  ]);
  expect(ask).toHaveBeenCalledTimes(1);
  const generated = newSecrets({});
  expect(await generated('WEBHOOK_SIGNING_SECRET')).toBe(await generated('WEBHOOK_SIGNING_SECRET'));
});

it('names all secrets that are missing at once', async () => {
  const all = [
    'TELEGRAM_BOT_TOKEN',
    'WEBHOOK_SIGNING_SECRET',
    'NOWPAYMENTS_API_KEY',
    'NOWPAYMENTS_IPN_SECRET',
  ];
  const valueOf = newSecrets({ file: 'TELEGRAM_BOT_TOKEN=1' });
  await expect(askForSecrets(valueOf, all)).rejects.toThrow(
    'NOWPAYMENTS_API_KEY, NOWPAYMENTS_IPN_SECRET are missing.',
  );
});
