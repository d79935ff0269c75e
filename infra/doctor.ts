import { COMMAND_VARIABLES } from './command-variables';
import { asJson, describeResult, describeSummary, summaryOf } from './doctor/describe-results';
import { examine } from './doctor/examine';
import { runCommand } from './run-command';

const HELP = `Checks everything that can be checked about an installation, and says what to do about each fault. Reads the variables
of all functions from the environment, unless you name the installation. TELEGRAM_WEBHOOK_URL and HEALTH_URL are the addresses
of two of them.

  npm run doctor              print one line per check; exit code 1 means an error, 0 means warnings at most
  npm run doctor -- --json    print the same as JSON

Safe to repeat. It leaves only these traces: it wakes the worker, as the scheduler does every minute; one IPN with a wrong
signature is refused and counted; everyone who gets notifications sees "typing" for a moment.
`;

/** On a terminal, shows a line of progress that the next output replaces. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

runCommand({
  help: HELP,
  variables: COMMAND_VARIABLES.doctor,
  flags: { json: 'boolean' },
  isWordless: true,
  run: async ({ flags }) => {
    const isJson = flags.has('json');
    showProgress('Checking...');
    const results = await examine(process.env, (result) => {
      showProgress('');
      if (!isJson) console.log(describeResult(result));
      showProgress('Checking...');
    });
    showProgress('');
    const summary = summaryOf(results);
    const exitCode = summary.errors > 0 ? 1 : 0;
    return { text: isJson ? asJson(results) : describeSummary(summary), exitCode };
  },
});
