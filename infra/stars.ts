import { COMMAND_VARIABLES } from './command-variables';
import { prepareBalance, prepareReconcile, prepareTransactions } from './stars/read-stars';
import { runSubcommands } from './subcommands';

const HELP = `Reads Telegram's list of what came into the bot's balance of Stars and left it, with the bot named by TELEGRAM_BOT_TOKEN, into
the database at DATABASE_URL. The worker does the same each minute. Every command is safe to repeat.

  npm run stars -- balance                read the list to its end and compare it with the balance
  npm run stars -- transactions [COUNT]   print the latest transactions that were copied, newest first; 20 if you leave it out
  npm run stars -- reconcile              read the list to its end, and take in at once every payment and refund that is missing

Exit code 1 means that the list and the balance differ, that nothing could be said because payments kept coming, or that a
transaction could not be taken in.
`;

runSubcommands({
  help: HELP,
  variables: COMMAND_VARIABLES.stars,
  subcommands: {
    balance: { prepare: prepareBalance },
    transactions: { takes: '[COUNT]', prepare: prepareTransactions },
    reconcile: { prepare: prepareReconcile },
  },
});
