import { OPERATOR_NAMES, VARIABLES } from '../../../functions/variables';
import type { ConfigName, ConfigProblem } from '../../../shared/config';
import type { Check } from '../check';
import { fault, type Finding } from '../finding';

/** The readers of these variables, in words. */
function readersOf(names: readonly ConfigName[]): string {
  const targets = Object.entries(VARIABLES).filter(([, read]) =>
    (read as readonly ConfigName[]).some((name) => names.includes(name)),
  );
  if (targets.length > 0) return targets.map(([target]) => target).join(', ');
  const commands: readonly ConfigName[] = OPERATOR_NAMES;
  return names.some((name) => commands.includes(name)) ? 'this command' : 'every function';
}

const LIST = new Intl.ListFormat('en');
const NAMED = ' Or name the installation: --settings deploy.json, or --env FILE.';

const findingOf = ({ names, text }: ConfigProblem): Finding =>
  fault('configuration', {
    problem: `${text}.`,
    remedy: `Correct ${LIST.format(names)}, read by ${readersOf(names)}; see .env.example.${text.endsWith(' is missing') ? NAMED : ''}`,
  });

export const configuration: Check = {
  name: 'Configuration',
  look: async ({ problems }) => ({ findings: problems.map(findingOf), note: 'every variable is set' }),
};
