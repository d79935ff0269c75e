/** The operator's commands in one program, for an image without npm and without the sources. */
const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  migrate: () => import('./migrate'),
  webhook: () => import('./webhook'),
  channels: () => import('./channels'),
  members: () => import('./members'),
  doctor: () => import('./doctor'),
  replay: () => import('./replay'),
  stars: () => import('./stars'),
};

const HELP = `The operator's commands of a self-hosted installation. docs/self-hosting.md says when to use which.

  node commands.cjs migrate    apply the missing migrations
  node commands.cjs webhook    set, check or delete the bot's webhook
  node commands.cjs doctor     check that all is well
  node commands.cjs channels   import and export channels
  node commands.cjs members    take over members from a list
  node commands.cjs replay     show, and process again
  node commands.cjs stars      read Telegram's list of Stars, and compare it with the balance

Add --help to any of them. Their help says "npm run NAME --" for "node commands.cjs NAME".
`;

const [, , name = '--help'] = process.argv;
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load === undefined) {
  const isHelp = name === '--help' || name === '-h';
  (isHelp ? process.stdout : process.stderr).write(isHelp ? HELP : `There is no command ${name}.\n\n${HELP}`);
  process.exitCode = isHelp ? 0 : 1;
} else {
  // Each command reads its own arguments, which come after its name.
  process.argv.splice(2, 1);
  void load();
}
