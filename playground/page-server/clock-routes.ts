import type postgres from 'postgres';

/** A move of the clock: a Postgres interval, and the sentence that the timeline shows. */
export interface Move {
  readonly interval: string;
  readonly sentence: string;
}

export function readMove({ interval }: Readonly<Record<string, unknown>>): Move {
  if (typeof interval !== 'string' || !/^\d{1,4} (minute|hour|day)s?$/.test(interval))
    throw new Error('interval must be like "5 minutes"');
  return { interval, sentence: `You moved the clock ${interval} ahead.` };
}

/** Moves to the second in which the next promise of the outbox is due: a reminder, a removal or a retry. */
export async function untilNextDue(database: postgres.Sql): Promise<Move | undefined> {
  const [next] = await database<{ kind: string; seconds: number }[]>`
    select kind, ceil(extract(epoch from due_at - app_now()))::int as seconds from outbox
    where delivered_at is null and failed_at is null and due_at > app_now()
    order by due_at limit 1`;
  if (!next) return undefined;
  const what = next.kind.replaceAll('_', ' ');
  return {
    interval: `${next.seconds} seconds`,
    sentence: `You moved the clock to the next thing due: ${what}.`,
  };
}
