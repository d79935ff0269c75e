import { gcloud, json, STDIN, type Command } from '../command';
import { digestOf } from '../definition';
import { at, lastPart, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import { policiesOf } from '../monitoring/policies';
import { policyJson, type AlertPolicy } from '../monitoring/policy';
import { unwanted, type Resource } from '../resource';
import { channelIdOf, channelNames, channelsOf, foundChannels } from './alert-channels';

const API = 'monitoring.googleapis.com';
const POLICIES = ['alpha', 'monitoring', 'policies'];

const labelOf = (found: Found): string => at(found, 'userLabels', 'policy');

interface Saving {
  readonly policy: AlertPolicy;
  readonly isNotifying: boolean;
}

function saved(installation: Installation, { policy, isNotifying }: Saving, found?: Found): Command {
  const definition = policyJson(installation, policy, isNotifying);
  const userLabels = {
    installation: installation.settings.name,
    policy: policy.id,
    definition: digestOf(definition),
  };
  const words = found ? ['update', at(found, 'name')] : ['create'];
  return gcloud(
    [...POLICIES, ...words, `--policy-from-file=${STDIN}`],
    json({ ...definition, userLabels }, isNotifying ? channelNames(installation) : undefined),
  );
}

/** Every alert policy, with the channels that it notifies. */
export async function alertPolicies(installation: Installation, google: Google): Promise<Resource[]> {
  const channels = await foundChannels(installation, google);
  const ids = new Map(channels.map((channel) => [at(channel, 'name'), channelIdOf(channel)]));
  const recipientsOf = (found: Found) =>
    ((found['notificationChannels'] ?? []) as string[]).map((name) => ids.get(name) ?? lastPart(name));
  const recipients = channelsOf(installation).map(({ id }) => id);
  const isNotifying = recipients.length > 0;
  const all = (await google.list(API, ...POLICIES, 'list')).filter(
    (found) => at(found, 'userLabels', 'installation') === installation.settings.name,
  );
  // Earlier releases labelled the worker's alarms `alarm_NAME`.
  const foundOf = (id: string) =>
    all.find((one) => labelOf(one) === id) ?? all.find((one) => labelOf(one) === `alarm_${id}`);
  const kept = new Set<Found>();
  const policies = policiesOf(installation).map((policy): Resource => {
    const found = foundOf(policy.id);
    if (found) kept.add(found);
    const saving = { policy, isNotifying };
    return {
      title: `alert policy ${policy.id}`,
      wanted: {
        definition: digestOf(policyJson(installation, policy, isNotifying)),
        enabled: 'true',
        recipients: recipients.toSorted().join(', '),
      },
      found: found && {
        definition: at(found, 'userLabels', 'definition'),
        enabled: at(found, 'enabled'),
        recipients: recipientsOf(found).toSorted().join(', '),
      },
      create: [saved(installation, saving)],
      update: () => [saved(installation, saving, found)],
    };
  });
  const left = all.filter((one) => !kept.has(one));
  return [
    ...policies,
    ...left.map((one) =>
      unwanted(`alert policy ${labelOf(one)}`, [gcloud([...POLICIES, 'delete', at(one, 'name')])]),
    ),
  ];
}
