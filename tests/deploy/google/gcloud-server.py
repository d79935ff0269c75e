"""The real gcloud, loaded once and forked for each command: loading it is most of what a command costs, and a deploy
starts a hundred. Run by gcloud's own Python: SDK_ROOT in the environment, the socket's path as the only argument.
A command is its arguments, its environment and its three files, sent over the socket; its exit code is sent back."""

import array
import json
import os
import signal
import socket
import sys

sys.path.insert(0, os.path.join(os.environ['SDK_ROOT'], 'lib'))
sys.path.insert(0, os.path.join(os.environ['SDK_ROOT'], 'lib', 'third_party'))
os.environ['CLOUDSDK_ROOT_DIR'] = os.environ['SDK_ROOT']

import gcloud  # noqa: E402  (sets up the paths of its own libraries)
from googlecloudsdk import gcloud_main  # noqa: E402,F401
import googlecloudsdk.core.credentials.http  # noqa: E402,F401
import googlecloudsdk.api_lib.util.apis  # noqa: E402,F401
import apitools.base.py  # noqa: E402,F401
import requests  # noqa: E402,F401


def receive(connection):
    """Arguments and environment as one line of JSON; with its first bytes come the three files."""
    files = array.array('i')
    data, ancillary, _, _ = connection.recvmsg(1 << 20, socket.CMSG_SPACE(3 * files.itemsize))
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            files.frombytes(content[: 3 * files.itemsize])
    while not data.endswith(b'\n'):
        data += connection.recv(1 << 20)
    return json.loads(data), list(files)


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
    code = 1
    try:
        code = gcloud.main() or 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(str(code).encode())
        os._exit(0)


signal.signal(signal.SIGCHLD, signal.SIG_IGN)
server = socket.socket(socket.AF_UNIX)
server.bind(sys.argv[1])
server.listen(32)
print('ready', flush=True)
while True:
    connection, _ = server.accept()
    if os.fork() == 0:
        server.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        perform(connection)
    connection.close()
