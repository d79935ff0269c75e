/** The id of a deploy that begins then: its time to the second, so that ids sort by time. */
export const deployIdAt = (epochMs: number): string =>
  new Date(epochMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').concat('Z');

/** The time of a deploy in epoch milliseconds, from its id. */
export const timeOfDeploy = (deployId: string): number =>
  Date.parse(deployId.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
