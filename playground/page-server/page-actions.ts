import type { Clock } from '../clock';
import type { Simulators } from '../connect-providers';
import type { LocalPostgres } from '../postgres/start-postgres';
import type { Stack } from '../stack-types';
import type { TimelineStream } from '../timeline/stream-timeline';
import { readMove, untilNextDue } from './clock-routes';
import type { Stories } from './story-routes';

export interface PageOptions {
  readonly port: number;
  readonly simulators: Simulators;
  readonly clock: Clock;
  readonly mayStartOver: boolean;
  readonly onTrouble?: (cause: string) => void;
  readonly postgres?: LocalPostgres;
}

/** What the answers of the page's server need. */
export interface Page extends PageOptions {
  readonly stack: Stack;
  readonly origin: string;
  readonly timeline: TimelineStream;
  readonly stories: Stories;
}

export const timeOf = ({ clock }: Page) => ({ now: clock.now(), aheadMs: clock.aheadMs() });

export async function moveClock(
  { stack, clock, timeline, onTrouble }: Page,
  body: Record<string, unknown>,
): Promise<object> {
  const move = body['to'] === 'next-due' ? await untilNextDue(stack.database) : readMove(body);
  if (!move) return { problem: 'Nothing is scheduled.' };
  onTrouble?.('you moved the clock');
  await stack.moveClock(move.interval);
  timeline.note(clock.now(), move.sentence);
  // Run the worker now instead of waiting for the scheduler's next call.
  await stack.tick().catch(() => undefined);
  return {};
}

export async function restartDatabase({ postgres, clock, timeline, onTrouble }: Page): Promise<void> {
  if (!postgres) throw new Error('The playground cannot restart this database because it did not start it.');
  timeline.note(clock.now(), 'You restarted the database.');
  onTrouble?.('you restarted the database');
  await postgres.restart();
}

export async function startOver({ stack, timeline, mayStartOver, onTrouble }: Page): Promise<void> {
  if (!mayStartOver) throw new Error('The playground does not empty a database that it did not start.');
  onTrouble?.('you started over');
  await stack.startOver();
  timeline.startOver();
}
