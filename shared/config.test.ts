import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  CONFIG_NAMES,
  ConfigError,
  DATABASE_NAMES,
  examineConfig,
  readConfig,
  type ConfigName,
} from './config';
import { SCHEMA } from './config/schema';

const message = async (names: readonly ConfigName[], environment: Record<string, string>) => {
  try {
    await readConfig(names, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return undefined;
};

it('names every missing variable at once', async () => {
  const names = ['TELEGRAM_BOT_TOKEN', 'NOWPAYMENTS_API_KEY', 'WORKER_URL', 'LOG_LEVEL'] as const;
  const text = await message(names, {});
  for (const name of names.slice(0, 3)) expect(text).toContain(`${name} is missing`);
  expect(text).not.toContain('LOG_LEVEL');
});

it('treats a variable of white space as missing', async () => {
  expect(await message(['NOWPAYMENTS_API_KEY'], { NOWPAYMENTS_API_KEY: ' \n' })).toContain('is missing');
});

it('never quotes a value', async () => {
  const text = await message(['TELEGRAM_BOT_TOKEN', 'WORKER_URL', 'DATABASE_URL'], {
    TELEGRAM_BOT_TOKEN: 'hunter2-token',
    WORKER_URL: 'hunter2-url',
    DATABASE_URL: 'hunter2-database',
  });
  expect(text).toContain('TELEGRAM_BOT_TOKEN is not valid');
  expect(text).not.toContain('hunter2');
});

describe('a secret that signs calls', () => {
  const signing = CONFIG_NAMES.filter((name) => /_SECRET(_PREVIOUS)?$/.test(name));

  it.each(signing)('is refused as %s if it has 15 characters, without quoting it', async (name) => {
    const text = await message([name], { [name]: ' hunter2-hunter2 ' });
    expect(text).toMatch(new RegExp(`${name} is not valid: must (have|be) (at least )?16`));
    expect(text).not.toContain('hunter2');
    expect(await message([name], { [name]: 'hunter2-hunter2-' })).toBeUndefined();
  });

  it('has the same rule for its current and its previous value', () => {
    const previous = signing.filter((name) => name.endsWith('_PREVIOUS'));
    expect(previous.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.constantFrom(...previous), fc.stringMatching(/^[\w-]{1,40}$/), (name, value) => {
        const current = name.replace(/_PREVIOUS$/, '');
        const isTaken = (as: string) => SCHEMA[as as ConfigName]().safeParse(value).success;
        expect(isTaken(name)).toBe(isTaken(current));
      }),
    );
  });

  it('is refused as the secret token if Telegram would not take it', async () => {
    for (const value of ['x'.repeat(257), 'x'.repeat(16) + '!'])
      expect(await message(['TELEGRAM_WEBHOOK_SECRET'], { TELEGRAM_WEBHOOK_SECRET: value })).toContain(
        'must be 16 to 256',
      );
  });
});

it('trims a value that was pasted with a line break', async () => {
  const config = await readConfig(['NOWPAYMENTS_API_KEY'], { NOWPAYMENTS_API_KEY: 'abc\r\n' });
  expect(config.NOWPAYMENTS_API_KEY).toBe('abc');
});

it.each([
  [{}, 'DATABASE_URL is missing (or CLOUD_SQL_INSTANCE'],
  [{ CLOUD_SQL_INSTANCE: 'p:r:i' }, 'DATABASE_NAME is missing'],
  [{ CLOUD_SQL_INSTANCE: 'p:r:i', DATABASE_NAME: 'd' }, 'DATABASE_USER is missing'],
])('demands a complete database configuration: %p', async (environment, expected) => {
  expect(await message(DATABASE_NAMES, environment as Record<string, string>)).toContain(expected);
});

it.each([
  'postgres://u@h/d',
  'postgresql://u:p%40,w@h:1/d?sslmode=require',
  'postgres://a,b/d',
  'postgres://u:p,w@a:1,b:2,[::1]:3/d?target_session_attrs=primary',
])('takes %j as a database', async (url) => {
  expect((await readConfig(DATABASE_NAMES, { DATABASE_URL: url })).DATABASE_URL).toBe(url);
});

it.each(['h/d', 'https://u@h/d', 'postgres://u@a:1:2/d', 'postgres://u@a:x,b:2/d', 'a,b'])(
  'refuses %j as a database',
  async (url) => {
    expect(await message(DATABASE_NAMES, { DATABASE_URL: url })).toContain('must be a postgres:// URL');
  },
);

it('reads the log level of each module', async () => {
  const { LOG_LEVEL } = await readConfig(['LOG_LEVEL'], { LOG_LEVEL: 'warn,http=debug' });
  expect(LOG_LEVEL).toEqual({ base: 'warn', modules: new Map([['http', 'debug']]) });
  expect(await message(['LOG_LEVEL'], { LOG_LEVEL: 'info,hunter2' })).toMatch(
    /LOG_LEVEL is not valid: part 2 must be one of debug, info, warn, error/,
  );
});

it('demands a project if log lines go to the API', async () => {
  const names = ['LOG_TRANSPORT', 'GOOGLE_CLOUD_PROJECT'] as const;
  expect(await message(names, {})).toBeUndefined();
  expect(await message(names, { LOG_TRANSPORT: 'api' })).toContain('GOOGLE_CLOUD_PROJECT is missing');
  expect(await message(names, { LOG_TRANSPORT: 'api', GOOGLE_CLOUD_PROJECT: 'p' })).toBeUndefined();
});

describe('a value kept in Secret Manager', () => {
  const reference = 'sm://projects/p/secrets/s/versions/latest';
  const resource = 'projects/p/secrets/s/versions/latest';

  it('is fetched by its resource name', async () => {
    const asked: string[] = [];
    const config = await readConfig(
      ['NOWPAYMENTS_API_KEY'],
      { NOWPAYMENTS_API_KEY: reference },
      async (name) => {
        asked.push(name);
        return 'from the vault\n';
      },
    );
    expect(asked).toEqual([resource]);
    expect(config.NOWPAYMENTS_API_KEY).toBe('from the vault');
  });

  it('may be the database URL', async () => {
    const config = await readConfig(
      DATABASE_NAMES,
      { DATABASE_URL: reference },
      async () => 'postgres://u@h/d',
    );
    expect(config.DATABASE_URL).toBe('postgres://u@h/d');
  });

  it('is fetched only if no other variable is missing', () => {
    const fetchSecret = jest.fn(async () => 'x');
    expect(() =>
      readConfig(['NOWPAYMENTS_API_KEY', 'WORKER_URL'], { NOWPAYMENTS_API_KEY: reference }, fetchSecret),
    ).toThrow('WORKER_URL is missing');
    expect(fetchSecret).not.toHaveBeenCalled();
  });

  it('is given up after 15 s, however long the client would try again', async () => {
    jest.useFakeTimers();
    const never = () => new Promise<never>(() => undefined);
    const kept = { NOWPAYMENTS_API_KEY: reference, NOWPAYMENTS_IPN_SECRET: reference };
    const examined = examineConfig(['NOWPAYMENTS_API_KEY', 'NOWPAYMENTS_IPN_SECRET'], kept, never);
    await jest.advanceTimersByTimeAsync(15_000);
    const { problems } = await examined;
    jest.useRealTimers();
    expect(problems.map(({ text }) => text)).toEqual([
      'NOWPAYMENTS_API_KEY and NOWPAYMENTS_IPN_SECRET could not be fetched from Secret Manager: Google gave no answer',
    ]);
  });

  it('is named without details if it cannot be fetched', async () => {
    const failing = readConfig(['NOWPAYMENTS_API_KEY'], { NOWPAYMENTS_API_KEY: reference }, async () => {
      throw new Error('permission denied on secret s');
    });
    await expect(failing).rejects.toThrow('NOWPAYMENTS_API_KEY could not be fetched from Secret Manager');
  });
});

it('returns the valid values and every problem of the others', async () => {
  const names = ['WORKER_URL', 'LOG_LEVEL', 'NOWPAYMENTS_API_KEY', 'TELEGRAM_BOT_TOKEN'] as const;
  const reference = (secret: string) => `sm://projects/p/secrets/${secret}/versions/1`;
  const { values, problems } = await examineConfig(
    names,
    { NOWPAYMENTS_API_KEY: reference('key'), TELEGRAM_BOT_TOKEN: reference('token') },
    async (resource) => {
      if (resource.includes('token')) throw new Error('permission denied on hunter2');
      return 'from the vault';
    },
  );
  expect(values).toEqual({
    LOG_LEVEL: { base: 'info', modules: new Map() },
    NOWPAYMENTS_API_KEY: 'from the vault',
  });
  expect(problems).toEqual([
    { names: ['TELEGRAM_BOT_TOKEN'], text: 'TELEGRAM_BOT_TOKEN could not be fetched from Secret Manager' },
    { names: ['WORKER_URL'], text: 'WORKER_URL is missing' },
  ]);
});

it('reads exactly the variables that .env.example lists', () => {
  const listed = readFileSync('.env.example', 'utf8').match(/^(?:# )?([A-Z][A-Z0-9_]*)(?==)/gm) ?? [];
  expect(listed.map((line) => line.replace('# ', '')).sort()).toEqual([...CONFIG_NAMES].sort());
});

it.each([
  [undefined, { isEveryone: false, named: [] }],
  ['', { isEveryone: false, named: [] }],
  ['*', { isEveryone: true, named: [] }],
  [' 7001 , 7002,', { isEveryone: false, named: [7001, 7002] }],
  ['*,7001', { isEveryone: true, named: [7001] }],
  [String(2 ** 52), { isEveryone: false, named: [2 ** 52] }],
])('reads OWNERS=%j', async (value, owners) => {
  const { OWNERS } = await readConfig(['OWNERS'], value === undefined ? {} : { OWNERS: value });
  expect(OWNERS).toEqual(owners);
});

it.each([
  '@hunter2',
  'all',
  '-1001234567890',
  '0',
  '7001 7002',
  '7001;7002',
  '**',
  '1e3',
  String(2 ** 52 + 2),
])('refuses OWNERS=%s', async (value) => {
  const text = await message(['OWNERS'], { OWNERS: value });
  expect(text).toContain('OWNERS is not valid: must be Telegram user ids, separated by commas, or *');
  expect(text).not.toContain('hunter2');
});
