/** The layer of a project path: `domain` for `shared/domain/…`, `logger` for `shared/logger`. */
export const layerOf = (path: string) => /^shared\/([\w-]+)/.exec(path)?.[1] ?? '';

/** The other layers that each layer of `shared` may import. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  database: ['domain', 'config', 'errors', 'logger', 'within'],
  telegram: ['domain', 'config', 'errors', 'http-client'],
  nowpayments: ['domain', 'errors', 'http-client'],
  charts: ['domain'],
  services: ['domain', 'charts', 'database', 'telegram', 'nowpayments', 'errors', 'logger'],
  security: ['http', 'errors', 'load-once', 'logger'],
  http: ['errors', 'error-report', 'redact', 'within'],
  // Another service imports this client, so it must bring neither a framework nor a driver.
  'notification-api': ['domain', 'security'],
  'wake-up': ['domain', 'security', 'errors', 'http-client', 'load-once', 'logger'],
  config: ['logging', 'within'],
  errors: [],
  'call-ending': [],
  'http-client': ['call-ending', 'keep-alive-client', 'load-once', 'logging'],
  'keep-alive-client': [],
  'error-report': ['redact'],
  logger: ['error-report', 'logging', 'redact'],
  'load-once': [],
  logging: ['load-once'],
  redact: [],
  within: [],
};

/** The other folders that each folder may import, so that lower ones never depend on higher ones. Tests may import anything. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  functions: ['shared'],
  host: ['shared', 'functions'],
  infra: ['shared', 'functions', 'host'],
  playground: ['shared', 'functions', 'host', 'infra'],
  bench: ['shared', 'functions', 'host', 'infra', 'playground'],
};
