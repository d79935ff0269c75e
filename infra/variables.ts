import type { ConfigName } from '../shared/config';

interface Described {
  /** One line, for whoever sets it. */
  readonly what: string;
  /** Shown in `.env.example` where there is no default. */
  readonly example?: string;
}

interface Group {
  readonly title: string;
  readonly variables: Readonly<Partial<Record<ConfigName, Described>>>;
}

/** What each variable is, in the order in which somebody sets them. `npm run docs` makes the documents from it. */
export const GROUPS: readonly Group[] = [
  {
    title: 'The database: a URL, or a Cloud SQL instance',
    variables: {
      DATABASE_URL: {
        what: 'Postgres, as a URL. Needed unless the next three are set.',
        example: 'postgres://telepay@127.0.0.1:5432/telepay',
      },
      CLOUD_SQL_INSTANCE: {
        what: 'Connection name of a Cloud SQL instance.',
        example: 'project:region:instance',
      },
      DATABASE_NAME: { what: 'The database in that instance.', example: 'telepay' },
      DATABASE_USER: { what: 'Whom to connect as.', example: 'telepay' },
      DATABASE_PASSWORD: { what: 'Its password. Without one, IAM is used.' },
      DATABASE_POOL_MAX: {
        what: 'Connections of one instance at most; times all instances it must stay below the limit of the database.',
      },
      DATABASE_POOL_IDLE_SECONDS: { what: 'How long an unused connection is kept.' },
      DATABASE_POOL_MAX_LIFETIME_SECONDS: { what: 'How long any connection is kept.' },
      DATABASE_POOL_WAIT_MS: {
        what: 'How long a request waits for a connection before it is answered 503.',
      },
    },
  },
  {
    title: 'Telegram',
    variables: {
      TELEGRAM_BOT_TOKEN: { what: 'The bot, from @BotFather.' },
      TELEGRAM_BOT_USERNAME: {
        what: 'Its username without @, for links to it.',
      },
      TELEGRAM_WEBHOOK_SECRET: {
        what: 'What Telegram shows with every update: 16 to 256 of A-Z a-z 0-9 _ -, made by you.',
      },
      TELEGRAM_WEBHOOK_URL: {
        what: 'Where telegramWebhook is reached from outside: the webhook is set to it, and the worker sees when it is set to another.',
        example: 'https://telegram-webhook.example.org/',
      },
      TELEGRAM_API_ROOT: { what: 'The Bot API; another only with a server of your own.' },
    },
  },
  {
    title: 'NOWPayments',
    variables: {
      NOWPAYMENTS_API_KEY: { what: 'From the settings of your account.' },
      NOWPAYMENTS_IPN_SECRET: {
        what: 'From the same settings, where it is shown once: what IPNs are signed with.',
      },
      NOWPAYMENTS_IPN_SECRET_PREVIOUS: {
        what: 'The one before, while it is being replaced.',
      },
      NOWPAYMENTS_IPN_CALLBACK_URL: {
        what: 'Where paymentIpn is reached from outside; told to NOWPayments with every invoice.',
      },
      NOWPAYMENTS_PAYOUT_CURRENCY: {
        what: 'The coin you are paid out in, for the true minimum of each coin.',
        example: 'usdttrc20',
      },
      NOWPAYMENTS_API_URL: { what: 'The API; that of the sandbox for trying out.' },
      NOWPAYMENTS_EMAIL: {
        what: 'With the password: finds payments whose every IPN was lost.',
      },
      NOWPAYMENTS_PASSWORD: { what: 'The password of that account.' },
    },
  },
  {
    title: 'Between our own functions and services',
    variables: {
      WEBHOOK_SIGNING_SECRET: {
        what: 'What our own services sign their calls with; at least 16 characters.',
      },
      WEBHOOK_SIGNING_SECRET_PREVIOUS: {
        what: 'The one before, while it is being replaced.',
      },
      WORKER_URL: {
        what: 'Where the worker is reached; also the audience of the tokens of Cloud Scheduler.',
      },
      WORKER_INVOKER_EMAIL: {
        what: 'The service account of Cloud Scheduler, required on Cloud Run; without it only signed calls reach the worker.',
      },
      HEALTH_URL: {
        what: 'Where health is reached from outside, for the doctor to ask it.',
        example: 'https://health.example.org/',
      },
    },
  },
  {
    title: 'The notification webhook',
    variables: {
      ALLOWED_IPS: {
        what: 'Addresses that may call it: CIDR, comma separated; * means that a signature is enough.',
      },
      TRUSTED_PROXY_HOPS: {
        what: 'Proxies before the function: 1 behind Cloud Run, 2 behind a load balancer, 0 without any.',
      },
      RATE_LIMIT_PER_MINUTE: { what: 'Calls a minute that one client may make.' },
      RATE_LIMIT_BURST: { what: 'Calls that one client may make at once.' },
    },
  },
  {
    title: 'Logs',
    variables: {
      LOG_LEVEL: {
        what: 'The least that is logged: debug, info, warn or error; or by module: info,http=debug.',
      },
      LOG_TRANSPORT: {
        what: 'stdout, which Cloud Run collects by itself; or api, to send lines to Cloud Logging from elsewhere.',
      },
      GOOGLE_CLOUD_PROJECT: { what: 'Links log lines to traces.' },
      K_SERVICE: { what: 'Name of the service, set by the platform.' },
      K_REVISION: { what: 'Name of the revision, set by the platform.' },
    },
  },
];
