import { TARGETS, VARIABLES } from '../../functions/variables';
import { latestOf, secretBehind, type Installation } from '../deploy/installation';
import { ownerDatabase } from '../deploy/owner-database';
import { environmentOf } from '../deploy/resources/functions';

/** What each function is given for itself, and an operator's command is not: its size, its log, its project. */
const OF_A_FUNCTION = /^(DATABASE_POOL_|LOG_|GOOGLE_CLOUD_PROJECT$)/;

/**
 * The environment of the operator's commands: everything that the functions are given, with the newest versions of the
 * secrets, as the owner of the schema.
 */
export function operatorEnvironment(installation: Installation): Record<string, string> {
  const { settings, publicUrl } = installation;
  const given = TARGETS.flatMap((target) => Object.entries(environmentOf(installation, target)));
  const stored = Object.values(VARIABLES)
    .flat()
    .flatMap((name) => {
      const kept = secretBehind(settings, name);
      return kept === undefined ? [] : [[name, latestOf(installation, kept)] as const];
    });
  return {
    ...Object.fromEntries([...given.filter(([name]) => !OF_A_FUNCTION.test(name)), ...stored]),
    ...ownerDatabase(installation),
    TELEGRAM_WEBHOOK_URL: publicUrl('telegramWebhook'),
    HEALTH_URL: publicUrl('health'),
  };
}
