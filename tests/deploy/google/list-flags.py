"""Writes gcloud-flags.json: the flags that gcloud knows for each command on standard input, one command per line.

  printf 'functions deploy\nrun services list\n' | python3 list-flags.py SDK_ROOT > ../gcloud-flags.json

Reads them from the completion table, which every SDK contains."""

import json
import os
import sys

names = {}
with open(os.path.join(sys.argv[1], 'data/cli/gcloud_completions.py')) as file:
    exec(file.read(), names)
tree = names['STATIC_COMPLETION_CLI_TREE']


# Hidden flags are not in the table, although gcloud accepts them.
HIDDEN = {
    'beta sql instances create': ['--final-backup', '--final-backup-retention-days'],
    'beta sql instances patch': ['--final-backup', '--final-backup-retention-days'],
}


def flags_of(words):
    node = tree
    for word in words:
        node = node['commands'][word]
    shown = {flag[0] if isinstance(flag, (list, tuple)) else flag for flag in node['flags']}
    return sorted(shown.union(HIDDEN.get(' '.join(words), [])))


commands = sorted({line.strip() for line in sys.stdin if line.strip()})
json.dump({command: flags_of(command.split()) for command in commands}, sys.stdout, indent=2)
print()
