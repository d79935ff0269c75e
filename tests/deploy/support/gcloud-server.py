"""The gcloud that is installed here, loaded once: each command runs in a fork of its own, as if it had been started anew.

Reads one JSON line per command on standard input: {"args": [...], "input": "..."}, and answers each with
one: {"code": 0, "stdout": "...", "stderr": "..."}. Half of a second that every start of gcloud takes is spent only once.
"""
import json
import os
import sys
import tempfile

# The SDK's lib/gcloud.py; it puts the SDK's own packages on the path.
sys.path.insert(0, sys.argv[1])
import gcloud  # noqa: E402,F401
import googlecloudsdk.api_lib.compute.base_classes  # noqa: E402,F401
import googlecloudsdk.core.credentials.http  # noqa: E402,F401
from googlecloudsdk import gcloud_main  # noqa: E402
from googlecloudsdk.api_lib.util import apis  # noqa: E402

# What takes long to load, and most commands need.
for api, version in (('compute', 'v1'), ('monitoring', 'v3')):
  apis.GetClientClass(api, version)
  apis.GetMessagesModule(api, version)


def child(request, stdin, stdout, stderr):
  for number, file in enumerate((stdin, stdout, stderr)):
    os.dup2(file.fileno(), number)
  sys.stdin = open(0, encoding='utf8')  # The old one may hold lines that are meant for others.
  sys.argv = ['gcloud', *request['args']]
  code = 1
  try:
    gcloud_main.main()
    code = 0
  except SystemExit as end:
    code = end.code if isinstance(end.code, int) else int(bool(end.code))
  finally:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def perform(request):
  with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
    stdin.write(request.get('input', '').encode())
    stdin.seek(0)
    pid = os.fork()
    if pid == 0:
      child(request, stdin, stdout, stderr)
    _, status = os.waitpid(pid, 0)
    stdout.seek(0)
    stderr.seek(0)
    return {
        'code': os.waitstatus_to_exitcode(status),
        'stdout': stdout.read().decode(),
        'stderr': stderr.read().decode(),
    }


for line in sys.stdin:
  print(json.dumps(perform(json.loads(line))), flush=True)
