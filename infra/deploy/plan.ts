import { shellLine, type Command } from './command';
import type { Google } from './google';
import type { Installation } from './installation';
import { changeOf, commandsOf, describe, type Change } from './resource';
import type { Stage } from './stages';

/** What a deploy will do in one stage, decided from what was there when it was asked. */
export interface PlannedStage {
  readonly stage: Stage;
  readonly changes: readonly Change[];
  readonly always: readonly Command[];
}

/** Reads what is there and says what differs. Changes nothing. */
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

const differs = ({ type }: Change): boolean => type !== 'none';

export const countDifferences = (plan: readonly PlannedStage[]): number =>
  plan.flatMap(({ changes }) => changes).filter(differs).length;

/** The plan for a person: what is missing (+), what differs (~), and how much is as it should be. */
export function describePlan(plan: readonly PlannedStage[]): string {
  const lines = plan.flatMap(({ stage, changes, always }) => {
    if (changes.length === 0 && always.length === 0) return [];
    const shown = changes.filter(differs).map(describe);
    const same = changes.length - shown.length;
    if (same > 0) shown.push(`= ${same} as ${same === 1 ? 'it' : 'they'} should be`);
    shown.push(...always.map(({ program, args }) => `> ${program} ${args.slice(0, 3).join(' ')}, as always`));
    return [`${stage.title}:`, ...shown.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)];
  });
  const differences = countDifferences(plan);
  const end = differences === 0 ? 'Nothing differs.' : `${differences} to create or change.`;
  return [...lines, '', end].join('\n');
}

/** Every line that a deploy would start now, in its order, as a person would type it. */
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

/** What the stages have to say once all is done. */
export const lastWords = async (
  stages: readonly Stage[],
  installation: Installation,
  google: Google,
): Promise<string[]> =>
  (await Promise.all(stages.map(async ({ says }) => (await says?.(installation, google)) ?? []))).flat();
