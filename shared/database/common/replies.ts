import type { Promised } from '../../domain/effects';
import type { Database } from '../connection/pool';
import { metPerson, missedSentAgain, type TelegramPerson } from './chats';
import { received, type Delivery } from './inbox';
import { promise } from './outbox';

/**
 * Answers an update that needs only an answer: stores the delivery, the user and the promise in one statement.
 * What the user missed while they could not be reached follows.
 */
export const promiseReply = (
  database: Database,
  delivery: Delivery,
  { person, promised }: { person: TelegramPerson; promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'answered' })}),
        person as (${metPerson(sql, person)}),
        missed as (${missedSentAgain(sql, person.userId)}),
        promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );
