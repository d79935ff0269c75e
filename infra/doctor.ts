import { asJson, describeResult, describeSummary, summaryOf } from './doctor/describe-results';
import { examine } from './doctor/examine';
import { runCommand } from './run-command';

const HELP = `Asks everything that can be asked of an installation, and says of each fault what to do. It uses the variables of the
environment, those of all functions; TELEGRAM_WEBHOOK_URL and HEALTH_URL tell it where two of them are reached.

  npm run doctor              one line per check; exit code 1 when there is an error, 0 with warnings alone
  npm run doctor -- --json    the same for a program

Safe to repeat. It leaves no trace but these: the worker is woken, which it is each minute anyway; one IPN with a wrong
signature is refused and counted; people who are to be notified see "typing" for a moment.
`;

/** Says on a terminal that work is going on, in a line that the next one replaces. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

runCommand({
  help: HELP,
  flags: { json: 'boolean' },
  isWordless: true,
  run: async ({ flags }) => {
    const isJson = flags.has('json');
    showProgress('Asking...');
    const results = await examine(process.env, (result) => {
      showProgress('');
      if (!isJson) console.log(describeResult(result));
      showProgress('Asking...');
    });
    showProgress('');
    const summary = summaryOf(results);
    const exitCode = summary.errors > 0 ? 1 : 0;
    return { text: isJson ? asJson(results) : describeSummary(summary), exitCode };
  },
});
