import { asUnavailable, asUnreachable, isWrongServer, unreachable } from './away';
import type { Sql } from './options';
import type { Session } from './session';
import type { Sessions } from './sessions';

type Work<T> = (sql: Sql) => PromiseLike<T>;

async function useAndGiveBack<T>(sessions: Sessions, session: Session, work: Work<T>): Promise<T> {
  try {
    return await session.use(work);
  } finally {
    sessions.giveBack(session);
  }
}

const connect = (sessions: Sessions): Promise<Session> =>
  sessions.connect().catch((error: unknown) => {
    throw unreachable(error);
  });

/** Connects again at most once, and only if nothing was done and another server or certificate may be the right one. */
async function runOnNew<T>(sessions: Sessions, work: Work<T>): Promise<T> {
  for (let isSecond = false; ; isSecond = true) {
    const session = await connect(sessions);
    try {
      return await useAndGiveBack(sessions, session, work);
    } catch (error) {
      if (session.isReady && !isWrongServer(error)) throw error;
      if (!session.refused(error) || isSecond) throw asUnreachable(error);
    }
  }
}

/**
 * Runs `work` on a connection: an idle one, or a new one. If the idle one turns out to be dead, runs it on a new one,
 * unless that could do something twice. Throws `Unavailable` if the database is away.
 */
export async function runOnce<T>(sessions: Sessions, work: Work<T>): Promise<T> {
  try {
    const idle = await sessions.takeIdle();
    if (idle === undefined) return await runOnNew(sessions, work);
    try {
      return await useAndGiveBack(sessions, idle, work);
    } catch (error) {
      if (idle.mayRepeat) return await runOnNew(sessions, work);
      throw error;
    }
  } catch (error) {
    throw asUnavailable(error);
  }
}
