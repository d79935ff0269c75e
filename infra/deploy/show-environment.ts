import { TARGETS } from '../../functions/variables';
import type { Google } from './google';
import type { Installation } from './installation';
import { environmentOf, secretVersions } from './resources/functions';

/** What a deploy gives to each function, as `NAME=value` lines: secrets as references to the versions that it would pin. */
export async function showEnvironment(installation: Installation, google: Google): Promise<string> {
  const { project } = installation.settings;
  const shown = TARGETS.map(async (target) => {
    const pinned = Object.entries(await secretVersions(installation, google, target)).map(([name, kept]) => {
      const [secret, version] = kept.split(':');
      return [name, `sm://projects/${project}/secrets/${secret}/versions/${version}`] as const;
    });
    const all = [...Object.entries(environmentOf(installation, target)), ...pinned];
    return [`# ${installation.service(target)}`, ...all.map(([name, value]) => `${name}=${value}`)].join(
      '\n',
    );
  });
  return (await Promise.all(shown)).join('\n\n');
}
