import { GENERATED } from './documents/documents';
import { writeGenerated } from './documents/generated-tables';
import { runCommand } from './run-command';

const HELP = `Writes the generated parts of the documents from the code, and changes nothing else in them. Safe to repeat.

  npm run docs              ${[...new Set(GENERATED.map(({ file }) => file))].join(', ')}
  npm run docs -- --help    this text
`;

runCommand({
  help: HELP,
  isWordless: true,
  run: async () => {
    const changed = await writeGenerated(GENERATED);
    return changed.length === 0 ? 'Everything is up to date.' : `Wrote ${changed.join(', ')}.`;
  },
});
