/** Which layer a project path belongs to: `domain` for `shared/domain/…`, `logger` for `shared/logger`. */
export const layerOf = (path: string) => /^shared\/([\w-]+)/.exec(path)?.[1] ?? '';

/** What each layer of `shared` may import of the project, beside itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  database: ['domain', 'config', 'errors', 'logger'],
  telegram: ['domain', 'config', 'errors', 'http-client'],
  nowpayments: ['domain', 'errors', 'http-client'],
  charts: ['domain'],
  services: ['domain', 'charts', 'database', 'telegram', 'nowpayments', 'errors', 'logger'],
  security: ['http', 'errors', 'logger'],
  http: ['errors'],
  // What another service imports: its client must bring neither a framework nor a driver along.
  'notification-api': ['domain', 'security'],
  config: ['logging'],
  errors: [],
  'http-client': ['logging'],
  logger: ['logging', 'redact'],
  logging: [],
  redact: [],
};

/** What each folder of the project may import of the others: below never knows above. Tests may import anything. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  functions: ['shared'],
  infra: ['shared', 'functions'],
  playground: ['shared', 'functions', 'infra'],
  bench: ['shared', 'functions', 'infra', 'playground'],
};
