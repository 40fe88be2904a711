"""Starts the site on this machine, with its accounts, and says where it is. It ends when its input does.

    python serve.py [--port PORT] ACCOUNT…        each with the password that the environment names

Each line of its input is a number of seconds by which its clock goes forward, so that nobody waits for a code to get old.
"""

import os
import sys
import threading
import time
from argparse import ArgumentParser
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

# Before anything else asks for it: codes and limits are counted by this clock.
ahead = 0
real_time = time.time
time.time = lambda: real_time() + ahead

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

call_command("migrate", run_syncdb=True, verbosity=0)
for email in arguments.accounts:
    get_user_model().objects.create_user(email.split("@")[0], email, os.environ["ALLAUTH_PASSWORD"])

server = Server(("127.0.0.1", arguments.port), Quiet)
server.set_app(get_wsgi_application())
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
for line in sys.stdin:
    ahead += int(line)
    print(ahead, flush=True)
