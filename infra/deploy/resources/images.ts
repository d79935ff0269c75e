import { gcloud, json, STDIN } from '../command';
import { at, lastPart, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import type { Resource } from '../resource';

const API = 'artifactregistry.googleapis.com';
/** Google makes it with the first function of a region, for the images of all functions there. */
const REPOSITORY = 'gcf-artifacts';
const KEPT = 5;
const KEEP = 'keep-newest';
const DELETE = 'delete-older';

/** The newest five images of each function stay. Others go after a day. https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy */
const POLICIES = [
  { name: KEEP, action: { type: 'KEEP' }, mostRecentVersions: { keepCount: KEPT } },
  { name: DELETE, action: { type: 'DELETE' }, condition: { tagState: 'ANY', olderThan: '1d' } },
];

interface StoredPolicy {
  readonly id: string;
  readonly action: string;
}

/** The policies that are not ours, in the form of the command, which replaces all policies. */
const foreign = (policies: Readonly<Record<string, StoredPolicy>>) =>
  Object.values(policies)
    .filter(({ id }) => id !== KEEP && id !== DELETE)
    .map(({ id, action, ...rule }) => ({ name: id, action: { type: action }, ...rule }));

/** What a policy does and to what, in the words that Google stores. Google writes seconds in more than one way. */
const ruleOf = (policy: Found | undefined, ...paths: readonly (readonly string[])[]): string =>
  policy === undefined
    ? ''
    : [['action'], ...paths].map((path) => at(policy, ...path).replace(/\.0+s$/, 's')).join(' ');

/**
 * The clean-up of the functions' images, of which each deploy adds one for each function. An instance needs none of them:
 * Cloud Run keeps a copy of the image of each revision that serves.
 */
export async function imageCleanUp({ settings }: Installation, google: Google): Promise<Resource[]> {
  const location = `--location=${settings.region}`;
  const all = await google.list(API, 'artifacts', 'repositories', 'list', location);
  const found = all.find((one) => lastPart(at(one, 'name')) === REPOSITORY);
  const policies = (found?.['cleanupPolicies'] ?? {}) as Readonly<Record<string, StoredPolicy & Found>>;
  const set = [
    gcloud(
      [
        'artifacts',
        'repositories',
        'set-cleanup-policies',
        REPOSITORY,
        location,
        `--policy=${STDIN}`,
        '--no-dry-run',
      ],
      json([...POLICIES, ...foreign(policies)]),
    ),
  ];
  return [
    {
      title: `clean-up of old images in ${REPOSITORY}`,
      wanted: {
        'images of each function': `KEEP ${KEPT}`,
        // Google stores a day in seconds.
        'older images': 'DELETE ANY 86400s',
        'dry run': 'false',
      },
      found: found && {
        'images of each function': ruleOf(policies[KEEP], ['mostRecentVersions', 'keepCount']),
        'older images': ruleOf(policies[DELETE], ['condition', 'tagState'], ['condition', 'olderThan']),
        'dry run': at(found, 'cleanupPolicyDryRun') || 'false',
      },
      create: set,
      update: () => set,
    },
  ];
}
