"""The `gcloud` on the PATH: sends the command to the server and exits with the same code."""

import array
import json
import os
import socket
import sys

connection = socket.socket(socket.AF_UNIX)
connection.connect(os.environ['GCLOUD_SOCKET'])
command = json.dumps({'args': sys.argv[1:], 'env': dict(os.environ), 'cwd': os.getcwd()}).encode() + b'\n'
files = array.array('i', [0, 1, 2])
sent = connection.sendmsg([command], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, files)])
connection.sendall(command[sent:])
sys.exit(int(connection.recv(16) or b'1'))
