"""Loads the real gcloud once and forks for each command, because loading it is most of the cost of a command and a deploy
starts a hundred. Runs in gcloud's own Python, with SDK_ROOT in the environment and the socket's path as the only argument.
The client sends a command's arguments, its environment and its three files over the socket and gets its exit code.
A command reports the modules that it had to import, and the server imports them too, so that later commands have them."""

import array
import gc
import importlib
import json
import os
import signal
import socket
import sys
import time

sys.path.insert(0, os.path.join(os.environ['SDK_ROOT'], 'lib'))
sys.path.insert(0, os.path.join(os.environ['SDK_ROOT'], 'lib', 'third_party'))
os.environ['CLOUDSDK_ROOT_DIR'] = os.environ['SDK_ROOT']

import gcloud  # noqa: E402  (sets up the paths of its own libraries)
from googlecloudsdk import gcloud_main  # noqa: E402
import googlecloudsdk.core.credentials.http  # noqa: E402,F401
import googlecloudsdk.api_lib.util.apis  # noqa: E402,F401
import apitools.base.py  # noqa: E402,F401
import requests  # noqa: E402,F401


def receive(connection):
    """Receives arguments and environment as one line of JSON, whose first bytes carry the three files."""
    files = array.array('i')
    data, ancillary, _, _ = connection.recvmsg(1 << 20, socket.CMSG_SPACE(3 * files.itemsize))
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            files.frombytes(content[: 3 * files.itemsize])
    while not data.endswith(b'\n'):
        data += connection.recv(1 << 20)
    return json.loads(data), list(files)


imports_in, imports_out = os.pipe()
os.set_blocking(imports_in, False)


def report_imports(imported):
    """Writes each line at once, because several commands may write at the same time."""
    for name in imported:
        if name.startswith('googlecloudsdk.') and sys.modules[name] is not None:
            os.write(imports_out, f'{name}\n'.encode())


def import_reported(rest=b''):
    """Imports what commands reported. Returns the start of a line that is not complete yet."""
    try:
        rest += os.read(imports_in, 1 << 16)
    except BlockingIOError:
        return rest
    *names, rest = rest.split(b'\n')
    for name in set(names):
        importlib.import_module(name.decode())
    return rest


def perform(connection):
    command, files = receive(connection)
    for number, file in enumerate(files):
        os.dup2(file, number)
    os.environ.clear()
    os.environ.update(command['env'])
    os.chdir(command['cwd'])
    sys.argv = ['gcloud'] + command['args']
    sys.stdin = open(0, closefd=False)
    sys.stdout = open(1, 'w', closefd=False)
    sys.stderr = open(2, 'w', closefd=False)
    before = set(sys.modules)
    code = 1
    try:
        code = gcloud.main() or 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(str(code).encode())
        connection.close()
        report_imports(set(sys.modules) - before)
        os._exit(0)


# Created once, because it would be most of the remaining cost of a command.
cli = gcloud_main.CreateCLI([])
gcloud_main.CreateCLI = lambda _surfaces: cli

# gcloud need not wait, because the stand-in completes everything before it answers.
sleep = time.sleep
time.sleep = lambda seconds: sleep(min(seconds, 0.01))

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen(32)
print('ready', flush=True)
unread = b''
while True:
    connection, _ = server.accept()
    unread = import_reported(unread)
    gc.freeze()
    if os.fork() == 0:
        server.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        perform(connection)
    connection.close()
