import { installationOf } from '../deploy/installation';
import { SETTINGS } from '../deploy/settings/settings';

/** An installation with every alert, and the default numbers. */
export const exampleInstallation = installationOf(
  SETTINGS.parse({ project: 'any-project', bot_username: 'AnyBot', domain: 'your.domain.com' }),
  { projectNumber: '0', deployId: '', isDomainReady: true },
);
