import { isPoolerAddress, protectionOf } from '../../../shared/config';
import { readStatementTimeout } from '../../../shared/database/operations/examination';
import { SECOND_MS } from '../../../shared/domain/common/time';
import { found, sound, type Check } from '../check';
import { fault, warning, type Finding } from '../finding';

const NAMES = ['DATABASE_URL', 'DATABASE_DIRECT_URL'] as const;

const WORDS = {
  plain: 'What is sent there is not encrypted.',
  unverified:
    'The certificate there is not checked, so somebody in between could read and change everything.',
};

function protectionOfVariable(name: (typeof NAMES)[number], url: string | undefined): Finding[] {
  const protection = url === undefined ? 'near' : protectionOf(url);
  if (protection === 'near' || protection === 'verified') return [];
  const problem = `${name} leads to another machine. ${WORDS[protection]}`;
  return [warning(`database.${protection}`, { problem, remedy: `Write sslmode=verify-full into ${name}.` })];
}

export const protectionCheck: Check = {
  name: 'Encryption',
  look: async ({ config }) => ({
    findings: NAMES.flatMap((name) => protectionOfVariable(name, config[name])),
    note: 'nobody in between can read it',
  }),
};

export const limitsCheck: Check = {
  name: 'Time limit',
  needs: ['Database'],
  look: async ({ config, database }) => {
    const ms = await readStatementTimeout(database());
    if (ms === 0)
      return found(
        fault('database.no_limit', {
          problem: 'Nothing ends a statement that hangs.',
          remedy:
            'Run npm run migrate, which sets the limits of the login. A pooler uses them for new connections: restart it, or look again in an hour.',
        }),
      );
    if (config.DATABASE_POOLER === undefined && isPoolerAddress(config.DATABASE_URL ?? ''))
      return found(
        warning('database.pooler', {
          problem:
            'DATABASE_URL looks like the address of a pooler in transaction mode, but DATABASE_POOLER is not set.',
          remedy: 'Set DATABASE_POOLER=transaction (database.pooler in deploy.json).',
        }),
      );
    return sound(`a statement ends after ${ms / SECOND_MS} s`);
  },
};
