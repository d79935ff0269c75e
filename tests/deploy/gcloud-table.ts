import table from './gcloud-flags.json';
import type { ShellCall } from './shell-calls';

const FLAGS: Readonly<Record<string, readonly string[]>> = table;
/** The global flags that we use: https://cloud.google.com/sdk/gcloud/reference#GLOBAL-FLAGS */
const EVERYWHERE = ['--project', '--format', '--quiet', '--filter', '--flags-file', '--limit', '--sort-by'];

/** The longest known command at the start of the arguments. The rest are names and flags. */
function commandOf(args: readonly string[]): string | undefined {
  const words = args.slice(0, args.findIndex((arg) => arg.startsWith('-')) >>> 0);
  for (let length = words.length; length > 0; length -= 1) {
    const command = words.slice(0, length).join(' ');
    if (command in FLAGS) return command;
  }
  return undefined;
}

/** The problems of gcloud calls, by gcloud's own list of commands and flags in `gcloud-flags.json`. */
export const wrongIn = (calls: readonly ShellCall[]): string[] =>
  calls
    .filter(({ program }) => program === 'gcloud')
    .flatMap(({ args }) => {
      const command = commandOf(args);
      if (command === undefined) return [`gcloud ${args.join(' ')}: not a command in gcloud-flags.json`];
      const known = [...(FLAGS[command] ?? []), ...EVERYWHERE];
      return (
        args
          .filter((arg) => arg.startsWith('--'))
          .map((arg) => arg.split('=', 1)[0] ?? '')
          // A boolean flag also has a negative name.
          .filter((flag) => !known.includes(flag) && !known.includes(flag.replace('--no-', '--')))
          .map((flag) => `gcloud ${command} has no ${flag}`)
      );
    });
