import { FUNCTION_PATHS } from '../functions/paths';

const PATHS_HELP = Object.entries(FUNCTION_PATHS)
  .map(([target, paths]) => `  ${target.padEnd(20)} ${paths.join(', ')}`)
  .join('\n');

/** What `--help` prints. */
export const HELP = `Serves the functions in one process, without Google. Put a proxy that speaks HTTPS in front.

  npm run serve                              from the environment, after npm run build
  node --env-file=.env dist/host/index.cjs   from a file
  node dist/host/index.cjs --help            this text

Each function has its path:
${PATHS_HELP}

Besides the variables of the functions it reads
  FUNCTIONS            which to serve, comma separated; default: all. Without worker, set WORKER_URL
  PORT                 default 8080; 0 takes any free port
  HOST                 default 127.0.0.1; in a container 0.0.0.0
  KEEP_ALIVE_SECONDS   default 130, right behind Caddy; behind Google 620
  TICK                 on: calls the worker each minute, in place of a scheduler; default off

SIGTERM ends it after every request is answered, within 10 s. infra/README.md has all variables.
`;
