import { COMMAND_VARIABLES } from './command-variables';
import { asJson, describeResult, describeSummary, summaryOf } from './doctor/describe-results';
import { examine } from './doctor/examine';
import type { Result } from './doctor/run-checks';
import { usualScope, type Scope } from './doctor/scope';
import { runCommand } from './run-command';

const HELP = `Checks everything that can be checked about an installation, and says what to do about each fault. Reads the variables
of all functions from the environment, unless you name the installation. TELEGRAM_WEBHOOK_URL and HEALTH_URL are the addresses
of two of them.

  npm run doctor              print one line per check; exit code 1 means an error, 0 means warnings at most
  npm run doctor -- --json    print the same as JSON
  npm run doctor -- --all     look at every channel, ten calls a second. Ctrl+C ends that and keeps what was found

Of a shop with more than 50 channels it looks at 50: those whose owners cannot be reached, those with members that could not be
removed, then the newest.
It ends within a minute, whatever gives no answer; only --all takes longer. With --settings, the minute begins once gcloud has
answered, which takes at most half a minute.

Safe to repeat. It leaves only these traces: it wakes the worker, as the scheduler does every minute; one IPN with a wrong
signature is refused and counted; at most 50 of those who get notifications see "typing" for a moment.
`;

/** On a terminal, shows a line of progress that the next output replaces. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** The first Ctrl+C ends the look at the channels, the second ends the process. */
function scopeOf(isAll: boolean): Scope {
  const ended = new AbortController();
  if (isAll) process.once('SIGINT', () => ended.abort());
  const onProgress = (text: string) =>
    process.stderr.isTTY ? showProgress(text) : void process.stderr.write(`${text}\n`);
  return { ...usualScope(), isAll, signal: ended.signal, onProgress };
}

runCommand({
  help: HELP,
  variables: COMMAND_VARIABLES.doctor,
  flags: { json: 'boolean', all: 'boolean' },
  isWordless: true,
  run: async ({ flags }) => {
    const isJson = flags.has('json');
    showProgress('Checking...');
    const onResult = (result: Result) => {
      showProgress('');
      if (!isJson) console.log(describeResult(result));
      showProgress('Checking...');
    };
    const results = await examine(process.env, onResult, scopeOf(flags.has('all')));
    showProgress('');
    const summary = summaryOf(results);
    const exitCode = summary.errors > 0 ? 1 : 0;
    return { text: isJson ? asJson(results) : describeSummary(summary), exitCode };
  },
});
