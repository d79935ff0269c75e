import { gcloud, json, STDIN, type Command, type Lookup } from '../command';
import { at, lastPart, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import { ALARMS } from '../../../shared/domain/operations/alarms';
import { alarmPolicies, nobodyLooks } from '../monitoring/alarm-policies';
import { databasePolicies } from '../monitoring/database-policies';
import { digestOf } from '../definition';
import { policyJson, type AlertPolicy } from '../monitoring/policy';
import { servicePolicies } from '../monitoring/service-policies';
import { unwanted, type Resource } from '../resource';

const API = 'monitoring.googleapis.com';
const CHANNELS = ['beta', 'monitoring', 'channels'];
const POLICIES = ['alpha', 'monitoring', 'policies'];

const isOurs =
  ({ settings }: Installation) =>
  (found: Found): boolean =>
    at(found, 'userLabels', 'installation') === settings.name;

const emailOf = (channel: Found): string => at(channel, 'labels', 'email_address');

async function foundChannels(installation: Installation, google: Google): Promise<Found[]> {
  const all = await google.list(API, ...CHANNELS, 'list');
  return all.filter(isOurs(installation));
}

/** The recipients of alerts: one channel for each e-mail address. */
export async function alertChannels(installation: Installation, google: Google): Promise<Resource[]> {
  const { name, alert_emails } = installation.settings;
  const ours = await foundChannels(installation, google);
  return alert_emails.map((email) => {
    const found = ours.find((channel) => emailOf(channel) === email);
    return {
      title: `alert channel to ${email}`,
      wanted: { enabled: 'true' },
      found: found && { enabled: at(found, 'enabled') },
      create: [
        gcloud(
          [...CHANNELS, 'create', `--channel-content-from-file=${STDIN}`],
          json({
            type: 'email',
            displayName: `${name}: ${email}`,
            labels: { email_address: email },
            userLabels: { installation: name },
            enabled: true,
          }),
        ),
      ],
      update: () => [gcloud([...CHANNELS, 'update', at(found, 'name'), '--enabled'])],
    };
  });
}

/** Every alert policy of an installation. */
export const policiesOf = (installation: Installation): AlertPolicy[] => [
  ...alarmPolicies(installation, ALARMS),
  nobodyLooks(installation),
  ...servicePolicies(installation),
  ...databasePolicies(installation),
];

/** Looks up the channels' names, because Google chooses them when a channel is created. */
const channelsFor = ({ settings }: Installation, flag: string): Lookup => ({
  flag,
  command: gcloud([
    ...CHANNELS,
    'list',
    `--filter=userLabels.installation="${settings.name}" AND (${settings.alert_emails
      .map((email) => `labels.email_address="${email}"`)
      .join(' OR ')})`,
    '--format=value(name)',
  ]),
});

function policyCommand(installation: Installation, policy: AlertPolicy, found: Found | undefined): Command {
  const { name, alert_emails } = installation.settings;
  const definition = policyJson(installation, policy);
  const userLabels = { installation: name, policy: policy.id, definition: digestOf(definition) };
  const words = found ? ['update', at(found, 'name')] : ['create'];
  return {
    ...gcloud([...POLICIES, ...words, `--policy-from-file=${STDIN}`], json({ ...definition, userLabels })),
    ...(alert_emails.length > 0 && {
      lookup: channelsFor(installation, found ? '--set-notification-channels' : '--notification-channels'),
    }),
  };
}

export async function alertPolicies(installation: Installation, google: Google): Promise<Resource[]> {
  const channels = await foundChannels(installation, google);
  const emails = new Map(channels.map((channel) => [at(channel, 'name'), emailOf(channel)]));
  const recipients = (found: Found) =>
    ((found['notificationChannels'] ?? []) as string[]).map((name) => emails.get(name) ?? lastPart(name));
  const all = (await google.list(API, ...POLICIES, 'list')).filter(isOurs(installation));
  const wanted = policiesOf(installation);
  const ids = new Set(wanted.map(({ id }) => id));
  const policies = wanted.map((policy) => {
    const found = all.find((one) => at(one, 'userLabels', 'policy') === policy.id);
    return {
      title: `alert policy ${policy.id}`,
      wanted: {
        definition: digestOf(policyJson(installation, policy)),
        enabled: 'true',
        recipients: installation.settings.alert_emails.toSorted().join(' '),
      },
      found: found && {
        definition: at(found, 'userLabels', 'definition'),
        enabled: at(found, 'enabled'),
        recipients: recipients(found).toSorted().join(' '),
      },
      create: [policyCommand(installation, policy, undefined)],
      update: () => [policyCommand(installation, policy, found)],
    };
  });
  const left = all.filter((one) => !ids.has(at(one, 'userLabels', 'policy')));
  return [
    ...policies,
    ...left.map((one) =>
      unwanted(`alert policy ${at(one, 'userLabels', 'policy')}`, [
        gcloud([...POLICIES, 'delete', at(one, 'name')]),
      ]),
    ),
  ];
}

/** Channels to addresses that left the settings. Removed after the policies, because Google keeps a channel in use. */
export async function unwantedChannels(installation: Installation, google: Google): Promise<Resource[]> {
  const ours = await foundChannels(installation, google);
  return ours
    .filter((channel) => !installation.settings.alert_emails.includes(emailOf(channel)))
    .map((channel) =>
      unwanted(`alert channel to ${emailOf(channel)}`, [
        gcloud([...CHANNELS, 'delete', at(channel, 'name')]),
      ]),
    );
}
