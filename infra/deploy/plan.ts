import { nameOf, shellLine, type Command } from './command';
import type { Google } from './google';
import type { Installation } from './installation';
import { functions } from './resources/functions';
import { changeOf, commandsOf, describe, type Change } from './resource';
import type { Stage } from './stages';

/** The changes that a deploy will make in one stage, based on the state when it was read. */
export interface PlannedStage {
  readonly stage: Stage;
  readonly changes: readonly Change[];
  readonly always: readonly Command[];
}

/** Reads the current state and returns what differs. Changes nothing. */
export async function planDeploy(
  stages: readonly Stage[],
  installation: Installation,
  google: Google,
): Promise<PlannedStage[]> {
  return Promise.all(
    stages.map(async (stage) => ({
      stage,
      changes: ((await stage.resources?.(installation, google)) ?? []).map(changeOf),
      always: stage.always?.(installation) ?? [],
    })),
  );
}

/** The stages up to the functions, and those after them. From the functions on, a changed secret is in use. */
export function splitAfterFunctions(
  plan: readonly PlannedStage[],
): [readonly PlannedStage[], readonly PlannedStage[]] {
  const end = plan.findIndex(({ stage }) => stage.resources === functions) + 1;
  return [plan.slice(0, end), plan.slice(end)];
}

/** Whether a plan deploys the functions of a project for the first time. */
export const isFirst = (plan: readonly PlannedStage[]): boolean =>
  plan.some(
    ({ stage, changes }) => stage.resources === functions && changes.every(({ type }) => type === 'create'),
  );

const differs = ({ type }: Change): boolean => type !== 'none';

export const countDifferences = (plan: readonly PlannedStage[]): number =>
  plan.flatMap(({ changes }) => changes).filter(differs).length;

/** The plan as text: what is missing (+), what differs (~), and how much is already right (=). */
export function describePlan(plan: readonly PlannedStage[]): string {
  const lines = plan.flatMap(({ stage, changes, always }) => {
    if (changes.length === 0 && always.length === 0) return [];
    const shown = changes.filter(differs).map(describe);
    const same = changes.length - shown.length;
    if (same > 0) shown.push(`= ${same} unchanged`);
    shown.push(...always.map((command) => `> ${nameOf(command)}, at every deploy`));
    return [`${stage.title}:`, ...shown.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)];
  });
  const differences = countDifferences(plan);
  const end = differences === 0 ? 'Nothing differs.' : `${differences} to create or change.`;
  return [...lines, '', end].join('\n');
}

/** Every command that a deploy would run now, in order, as shell lines. */
export function dryRun(plan: readonly PlannedStage[], project: string): string {
  return plan
    .flatMap(({ stage, changes, always }) => {
      const commands = [...changes.flatMap(commandsOf), ...always];
      return commands.length === 0
        ? []
        : [`# ${stage.title}`, ...commands.map((command) => shellLine(project, command))];
    })
    .join('\n');
}

/** What the stages have to tell the operator at the end. */
export const lastWords = async (
  stages: readonly Stage[],
  installation: Installation,
  google: Google,
): Promise<string[]> =>
  (await Promise.all(stages.map(async ({ says }) => (await says?.(installation, google)) ?? []))).flat();
