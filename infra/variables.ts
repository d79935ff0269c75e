import { HOST_GROUP } from './host-variables';
import type { VariableGroup } from './variable-group';

/** What each variable is, in the order in which an operator sets them. `npm run docs` writes the documents from it. */
export const GROUPS: readonly VariableGroup[] = [
  {
    title: 'The database: a URL, or a Cloud SQL instance',
    variables: {
      DATABASE_URL: {
        what: 'Postgres, as a URL. Needed unless a Cloud SQL instance is named below.',
        example: 'postgres://telepay@127.0.0.1:5432/telepay',
      },
      DATABASE_POOLER: {
        what: 'Set it to transaction if that URL leads to a pooler in transaction mode.',
        example: 'transaction',
      },
      DATABASE_DIRECT_URL: {
        what: 'Where migrate works, if not at that URL: straight to Postgres, as the owner of the schema.',
        example: 'postgres://owner@127.0.0.1:5432/telepay',
      },
      CLOUD_SQL_INSTANCE: {
        what: 'Connection name of a Cloud SQL instance.',
        example: 'project:region:instance',
      },
      DATABASE_NAME: { what: 'The database in that instance.', example: 'telepay' },
      DATABASE_USER: { what: 'The database user to connect as.', example: 'telepay' },
      DATABASE_PASSWORD: { what: 'Its password. Without one, IAM is used.' },
      DATABASE_POOL_MAX: {
        what: "The most connections that one instance opens. Multiplied by all instances, it must stay below the database's limit.",
      },
      DATABASE_POOL_IDLE_SECONDS: { what: 'How long an unused connection stays open.' },
      DATABASE_POOL_MAX_LIFETIME_SECONDS: { what: 'How long any connection stays open.' },
      DATABASE_POOL_WAIT_MS: {
        what: 'How long a request waits for a connection before it gets a 503.',
      },
    },
  },
  {
    title: 'Telegram',
    variables: {
      TELEGRAM_BOT_TOKEN: { what: "The bot's token, from @BotFather." },
      TELEGRAM_BOT_USERNAME: {
        what: "The bot's username without @, for links to it.",
      },
      TELEGRAM_WEBHOOK_SECRET: {
        what: 'A secret of your own that Telegram sends with every update: 16 to 256 of A-Z a-z 0-9 _ -.',
      },
      TELEGRAM_WEBHOOK_URL: {
        what: 'The public address of telegramWebhook. The webhook is set to it, and the worker notices if it is set to another.',
        example: 'https://telegram-webhook.example.org/',
      },
      OWNERS: {
        what: 'Who may set up channels: Telegram user ids, comma separated, or * for everyone. Unset: nobody new.',
        example: '123456789',
      },
      STARS_FOR: {
        what: "Whose channels may also be paid in Telegram Stars: their owners' Telegram user ids, comma separated, or * for all. The Stars go to the bot's owner. Unset: none.",
        example: '123456789',
      },
      TELEGRAM_API_ROOT: { what: 'The address of the Bot API. Change it only if you run your own server.' },
    },
  },
  {
    title: 'NOWPayments',
    variables: {
      NOWPAYMENTS_API_KEY: { what: 'The API key, from the settings of your NOWPayments account.' },
      NOWPAYMENTS_IPN_SECRET: {
        what: 'The secret that signs IPNs, from the same settings, which show it only once. At least 16 characters.',
      },
      NOWPAYMENTS_IPN_SECRET_PREVIOUS: {
        what: 'The previous IPN secret, while you replace it. At least 16 characters.',
      },
      NOWPAYMENTS_IPN_CALLBACK_URL: {
        what: 'The public address of paymentIpn. Every invoice tells it to NOWPayments.',
      },
      NOWPAYMENTS_PAYOUT_CURRENCY: {
        what: 'The coin you are paid out in, for the true minimum of each coin.',
        example: 'usdttrc20',
      },
      NOWPAYMENTS_API_URL: { what: 'The address of the API. Use the sandbox to try things out.' },
      NOWPAYMENTS_EMAIL: {
        what: 'The log-in of that account. With its password, the worker also finds payments whose IPNs were all lost.',
      },
      NOWPAYMENTS_PASSWORD: { what: 'The password of that account.' },
    },
  },
  {
    title: 'Between our own functions and services',
    variables: {
      WEBHOOK_SIGNING_SECRET: {
        what: 'The secret that signs calls between our own services. At least 16 characters.',
      },
      WEBHOOK_SIGNING_SECRET_PREVIOUS: {
        what: 'The previous signing secret, while you replace it. At least 16 characters.',
      },
      STATUS_KEY: {
        what: 'The key of callers of /status: the HMAC-SHA256 of the word status under WEBHOOK_SIGNING_SECRET, in hex. Without it, only ALLOWED_IPS may read /status.',
      },
      STATUS_KEY_PREVIOUS: {
        what: 'The same under WEBHOOK_SIGNING_SECRET_PREVIOUS, while you replace that.',
      },
      WORKER_URL: {
        what: "The address of the worker, and the audience of Cloud Scheduler's and Cloud Tasks' tokens.",
      },
      WORKER_INVOKER_EMAIL: {
        what: 'The service account of Cloud Scheduler and Cloud Tasks. Required on Cloud Run. Without it, only signed calls reach the worker.',
      },
      CLOUD_TASKS_QUEUE: {
        what: 'The Cloud Tasks queue that wakes the worker. Unset: a signed call does.',
        example: 'projects/PROJECT/locations/REGION/queues/telepay-worker',
      },
      CLOUD_TASKS_API_URL: { what: 'The address of the Cloud Tasks API.' },
      HEALTH_URL: {
        what: 'The public address of health, which the doctor calls.',
        example: 'https://health.example.org/',
      },
    },
  },
  {
    title: 'The notification webhook',
    variables: {
      ALLOWED_IPS: {
        what: 'The addresses that may call it, and read /status: CIDR, comma separated. * means that a signature is enough for calls, and needed for /status.',
      },
      TRUSTED_PROXY_HOPS: {
        what: 'The number of proxies in front of the function: 1 on Cloud Run, 2 behind a load balancer, 0 without any.',
      },
      RATE_LIMIT_PER_MINUTE: { what: 'How many calls one client may make per minute.' },
      RATE_LIMIT_BURST: { what: 'How many calls one client may make at once.' },
    },
  },
  {
    title: 'Logs',
    variables: {
      LOG_LEVEL: {
        what: 'The lowest level that is logged: debug, info, warn or error. Or by module: info,http=debug.',
      },
      LOG_TRANSPORT: {
        what: 'stdout, which Cloud Run collects; or api, to send lines to Cloud Logging from elsewhere.',
      },
      GOOGLE_CLOUD_PROJECT: { what: 'Links log lines to traces.' },
      K_SERVICE: { what: 'The name of the service, set by the platform.' },
      K_REVISION: { what: 'The name of the revision, set by the platform.' },
    },
  },
  HOST_GROUP,
];
