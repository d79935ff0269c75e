import { newSecrets } from './new-secret';
import { CommandFailed } from './run-command';

it('takes a secret from the file, and asks nobody', async () => {
  const ask = jest.fn(async () => 'typed');
  const valueOf = newSecrets({ file: 'TELEGRAM_BOT_TOKEN= 123:abc+/= \nOTHER=1\n', ask });
  expect(await valueOf('TELEGRAM_BOT_TOKEN')).toBe('123:abc+/=');
  expect(ask).not.toHaveBeenCalled();
});

it.each(['DATABASE_OWNER_PASSWORD', 'TELEGRAM_WEBHOOK_SECRET', 'WEBHOOK_SIGNING_SECRET'])(
  'makes %s up, another each time, of what Telegram and the schema allow',
  async (variable) => {
    const made = [await newSecrets({})(variable), await newSecrets({})(variable)];
    expect(made[0]).not.toBe(made[1]);
    for (const value of made) expect(value).toMatch(/^[A-Za-z0-9_-]{40,}$/);
  },
);

it('asks for one after the other where several are needed at once, and says where each is found', async () => {
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

it('goes on asking after somebody has typed nothing, which is refused', async () => {
  const answers = ['  ', 'key'];
  const valueOf = newSecrets({ ask: async () => answers.shift() ?? '' });
  await expect(valueOf('NOWPAYMENTS_API_KEY')).rejects.toThrow('NOWPAYMENTS_API_KEY must not be empty.');
  expect(await valueOf('NOWPAYMENTS_API_KEY')).toBe('key');
});

it('says how to give a secret where nobody can be asked', async () => {
  await expect(newSecrets({})('NOWPAYMENTS_API_KEY')).rejects.toThrow(
    new CommandFailed('NOWPAYMENTS_API_KEY is needed: give it in a file with --secrets FILE.'),
  );
});
