import { alertSecret, SECRET_LABELS } from '../settings/alert-channel-settings';
import { gcloud, json, LOOKED_UP, readSecret, STDIN, type Command } from '../command';
import { at, type Found, type Google } from '../google';
import type { Installation, SecretVariable } from '../installation';
import { unwanted, type Resource } from '../resource';
import { liveVersions } from './secrets';

const API = 'monitoring.googleapis.com';
const CHANNELS = ['beta', 'monitoring', 'channels'];

interface Channel {
  /** How an operator knows it: the address of a mail, otherwise its name and kind. */
  readonly id: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Its name in `alert_channels`. */
  readonly name?: string;
  readonly secret?: { readonly label: string; readonly variable: SecretVariable };
}

/** Everything that the settings want to be told about alarms. */
export function channelsOf({ settings }: Pick<Installation, 'settings'>): Channel[] {
  const emails = settings.alert_emails.map((email) => ({
    id: email,
    type: 'email',
    labels: { email_address: email },
  }));
  const named = Object.entries(settings.alert_channels).map(([name, { type, ...labels }]) => {
    const label = SECRET_LABELS[type];
    const secret = label === undefined ? {} : { secret: { label, variable: alertSecret(name) } };
    return { id: `${name} (${type})`, type, labels, name, ...secret };
  });
  return [...emails, ...named];
}

export const channelIdOf = (found: Found): string => {
  const name = at(found, 'userLabels', 'channel');
  return name === '' ? at(found, 'labels', 'email_address') : `${name} (${at(found, 'type')})`;
};

/** The channels of this installation, by their names at Google. */
export async function foundChannels({ settings }: Installation, google: Google): Promise<Found[]> {
  const all = await google.list(API, ...CHANNELS, 'list');
  return all.filter((found) => at(found, 'userLabels', 'installation') === settings.name);
}

/** Prints the channels' names, because Google chooses them when a channel is created. */
export function channelNames(installation: Installation): Command {
  const wanted = channelsOf(installation).map(({ type, name, labels }) =>
    name === undefined
      ? `labels.email_address="${labels['email_address'] ?? ''}"`
      : `(userLabels.channel="${name}" AND type="${type}")`,
  );
  const filter = `userLabels.installation="${installation.settings.name}" AND (${wanted.join(' OR ')})`;
  return gcloud([...CHANNELS, 'list', `--filter=${filter}`, '--format=value(name)']);
}

/** Each channel. A newer version of its secret is a difference, because Google does not show the value that it has. */
export async function alertChannels(installation: Installation, google: Google): Promise<Resource[]> {
  const ours = await foundChannels(installation, google);
  return Promise.all(
    channelsOf(installation).map(async ({ id, type, labels, name, secret }): Promise<Resource> => {
      const installationName = installation.settings.name;
      const found = ours.find((channel) => channelIdOf(channel) === id);
      const [version = 1] = secret ? await liveVersions(installation, google, secret.variable) : [];
      const definition = {
        type,
        displayName: `${installationName}: ${id}`,
        labels: { ...labels, ...(secret && { [secret.label]: LOOKED_UP }) },
        userLabels: {
          installation: installationName,
          ...(name !== undefined && { channel: name }),
          ...(secret && { secret_version: String(version) }),
        },
        enabled: true,
      };
      const save = (...words: string[]) =>
        gcloud(
          [...CHANNELS, ...words, `--channel-content-from-file=${STDIN}`],
          json(definition, secret && readSecret(installation.secret(secret.variable))),
        );
      return {
        title: `alert channel to ${id}`,
        wanted: { enabled: 'true', ...labels, ...(secret && { secret_version: String(version) }) },
        found: found && {
          enabled: at(found, 'enabled'),
          secret_version: at(found, 'userLabels', 'secret_version'),
          ...Object.fromEntries(Object.keys(labels).map((label) => [label, at(found, 'labels', label)])),
        },
        create: [save('create')],
        update: () => [save('update', at(found, 'name'))],
      };
    }),
  );
}

/** Channels that left the settings. Removed after the policies, because Google keeps a channel in use. */
export async function unwantedChannels(installation: Installation, google: Google): Promise<Resource[]> {
  const wanted = new Set(channelsOf(installation).map(({ id }) => id));
  const left = (await foundChannels(installation, google)).filter((one) => !wanted.has(channelIdOf(one)));
  return left.map((channel) =>
    unwanted(`alert channel to ${channelIdOf(channel)}`, [
      gcloud([...CHANNELS, 'delete', at(channel, 'name')]),
    ]),
  );
}

/** Says that nobody is told about alarms, or whose channel Google does not use before it is verified. */
export async function saySilentChannels(installation: Installation, google: Google): Promise<string[]> {
  if (channelsOf(installation).length === 0)
    return ['Nobody is told about alarms: set alert_emails or alert_channels, and deploy again.'];
  const { project } = installation.settings;
  const unverified = (await foundChannels(installation, google)).filter(
    (channel) => at(channel, 'verificationStatus') === 'UNVERIFIED',
  );
  return unverified.map(
    (channel) =>
      `The alert channel to ${channelIdOf(channel)} is silent until you verify it: https://console.cloud.google.com/monitoring/alerting/notifications?project=${project}`,
  );
}
