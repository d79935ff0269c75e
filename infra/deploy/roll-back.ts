import { TARGETS } from '../../functions/variables';
import { gcloud, type Command } from './command';
import { at, type Found, type Google } from './google';
import type { Installation } from './installation';
import { CommandFailed } from './run-command';

/** What a rollback does not take along. */
export const WORDS_OF_ROLLBACK =
  'No migration is undone. A release from before the removals switch ignores it: while it is off, switch removals off in each channel first (channels -- removals off CHANNEL_ID).';

const API = 'run.googleapis.com';

/** The variable that marks each revision with the id of its deploy. Only a rollback reads it. */
export const DEPLOY_ID = 'DEPLOY_ID';

interface Revision {
  readonly name: string;
  readonly deployId: string;
  readonly createdAt: string;
}

interface Container {
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

function revisionOf(found: Found): Revision {
  const [container] = ((found['spec'] as Found | undefined)?.['containers'] ?? []) as Container[];
  return {
    name: at(found, 'metadata', 'name'),
    createdAt: at(found, 'metadata', 'creationTimestamp'),
    deployId: container?.env?.find(({ name }) => name === DEPLOY_ID)?.value ?? '',
  };
}

const isReady = (found: Found): boolean =>
  ((found['status'] as { conditions?: readonly Found[] } | undefined)?.conditions ?? []).some(
    (condition) => at(condition, 'type') === 'Ready' && at(condition, 'status') === 'True',
  );

const newestFirst = (a: Revision, b: Revision): number => b.createdAt.localeCompare(a.createdAt);

/** The revisions of each service, newest first. */
async function revisionsOf({ settings, service }: Installation, google: Google) {
  return Promise.all(
    TARGETS.map(async (target) => {
      const name = service(target);
      const flags = [`--service=${name}`, `--region=${settings.region}`];
      const found = await google.list(API, 'run', 'revisions', 'list', ...flags);
      // A revision that never started cannot serve.
      return { service: name, revisions: found.filter(isReady).map(revisionOf).sort(newestFirst) };
    }),
  );
}

/**
 * Moves traffic back: of every service that the last deploy changed to the revision before it, or of all services to the
 * revisions that served after the deploy `to`. Builds nothing and undoes no migration, because the older release works with
 * the newer schema. Throws `CommandFailed` if there is no earlier revision.
 */
export async function rollBack(
  installation: Installation,
  google: Google,
  to: string | undefined,
): Promise<Command[]> {
  const services = await revisionsOf(installation, google);
  const ids = services.flatMap(({ revisions }) => revisions.map(({ deployId }) => deployId)).sort();
  const last = ids.at(-1) ?? '';
  const known = [...new Set(ids)].filter((id) => id !== '' && id < last);
  if (to !== undefined && !known.includes(to))
    throw new CommandFailed(`There is no deploy ${to}. You can roll back to: ${known.join(', ') || 'none'}.`);
  const isWanted = ({ deployId }: Revision) => (to === undefined ? deployId < last : deployId <= to);
  const moves = services.flatMap(({ service, revisions: [newest, ...older] }) => {
    const wanted = newest && !isWanted(newest) ? older.find(isWanted) : undefined;
    return wanted === undefined ? [] : [{ service, revision: wanted.name }];
  });
  if (moves.length === 0) throw new CommandFailed('There is no earlier revision to roll back to.');
  return moves.map(({ service, revision }) =>
    gcloud([
      'run',
      'services',
      'update-traffic',
      service,
      `--region=${installation.settings.region}`,
      `--to-revisions=${revision}=100`,
    ]),
  );
}
