import { tellStory } from '../shared/database/stories';
import type { Database } from '../shared/database/pool';
import { isOrderReference } from '../shared/domain/ids';
import { silentLogger } from '../shared/logger';
import { replayOrder, replayOutbox, replayPayment } from '../shared/services/replay';
import { onDatabase, runCommand, UsageError } from './run-command';

const HELP = `Does again, from what is stored in the database at DATABASE_URL, what may have gone wrong. Safe any number of
times: nothing is granted, charged or said twice.

  npm run replay -- order REFERENCE            judge its payments again; what was given up about it is due again
  npm run replay -- order REFERENCE --story    print all that happened to it, as JSON; changes nothing
  npm run replay -- payment ID                 take in its stored IPNs again, also what could not be read then
  npm run replay -- outbox ID                  make one promise due now, also one that was given up
`;

/** A number of ours or of NOWPayments, in digits. */
function idOf(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new UsageError(`${text} is no id. See --help.`);
  return Number(text);
}

async function replay(database: Database, what: string, name: string, isStory: boolean) {
  switch (what) {
    case 'order': {
      if (!isOrderReference(name))
        throw new UsageError(`${name} is no order's reference: 22 letters and digits.`);
      if (!isStory) return replayOrder(database, name);
      const story = await tellStory(database, name);
      return story.length === 0 ? undefined : JSON.stringify(story, null, 2);
    }
    case 'payment':
      return replayPayment({ database, log: silentLogger }, idOf(name));
    case 'outbox':
      return replayOutbox(database, idOf(name));
    default:
      throw new UsageError(`There is no command ${what}.\n\n${HELP}`);
  }
}

runCommand({
  help: HELP,
  flags: { story: 'boolean' },
  run: onDatabase(async (database, { words: [what = '', name], flags }) => {
    if (name === undefined) throw new UsageError(`Which ${what}? See --help.`);
    const told = await replay(database, what, name, flags.has('story'));
    if (told === undefined) throw new UsageError(`There is no ${what} ${name}.`);
    return told;
  }),
});
