import { at, lastPart, listFunctions, readGoogle, type Google } from '../deploy/google';
import type { Installation } from '../deploy/installation';
import { commandRunner } from '../deploy/run-command';
import type { Settings } from '../deploy/settings/settings';

/** Whether the deployed functions use the domain already. */
export async function isDomainUsed({ region, name, domain }: Settings, google: Google): Promise<boolean> {
  if (domain === undefined) return false;
  const all = await listFunctions(google, region);
  const worker = all.find((one) => lastPart(at(one, 'name')) === `${name}-worker`);
  const webhookUrl = at(worker, 'serviceConfig', 'environmentVariables', 'TELEGRAM_WEBHOOK_URL');
  return webhookUrl.startsWith(`https://${domain}/`);
}

export const projectNumberOf = async ({ project }: Settings, google: Google): Promise<string> =>
  at(await google.get('projects', 'describe', project), 'projectNumber');

/** gcloud itself waits for minutes. */
const ANSWER_WITHIN_MS = 30_000;

/** Asks gcloud what the addresses of a deployed installation depend on. Throws `CommandFailed`. */
export async function lookUpProject(
  settings: Settings,
): Promise<Pick<Installation, 'projectNumber' | 'isDomainReady'>> {
  const newSecret = () => Promise.reject(new Error('nothing is created here'));
  const run = commandRunner({
    project: settings.project,
    newSecret,
    environment: process.env,
    limitMs: ANSWER_WITHIN_MS,
  });
  const google = readGoogle(run);
  const [projectNumber, isDomainReady] = await Promise.all([
    projectNumberOf(settings, google),
    isDomainUsed(settings, google),
  ]);
  return { projectNumber, isDomainReady };
}
