"""Starts the site on a free port of this machine, with its accounts, and says where it is. It ends when its input does.

    python serve.py [--port PORT] ACCOUNT…        each with the password that the environment names
"""

import os
import sys
import threading
from argparse import ArgumentParser
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"

import django  # noqa: E402

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


arguments = ArgumentParser()
arguments.add_argument("--port", type=int, default=0)
arguments.add_argument("accounts", nargs="*")
arguments = arguments.parse_args()

call_command("migrate", verbosity=0)
for email in arguments.accounts:
    get_user_model().objects.create_user(email.split("@")[0], email, os.environ["ALLAUTH_PASSWORD"])

server = Server(("127.0.0.1", arguments.port), Quiet)
server.set_app(get_wsgi_application())
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
sys.stdin.read()
