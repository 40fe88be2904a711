"""Writes down how the server answers, for the driver's tests: `python record.py > transcript.json`, with the environment of
serve.py and a server of its own that runs there (`ALLAUTH_URL`)."""

import json
import os
import re
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener

USER, PASSWORD, NEW = "user@contoso.example", os.environ["ALLAUTH_PASSWORD"], "a quiet walk by the lake"
jar = CookieJar()
opener = build_opener(HTTPCookieProcessor(jar))
answers = {}


def ask(name, method, path, body=None):
    headers = {"Origin": os.environ["ALLAUTH_SITE"], "Content-Type": "application/json", "Accept-Language": "en"}
    headers.update({"X-CSRFToken": cookie.value for cookie in jar if cookie.name == "csrftoken"})
    data = None if body is None else json.dumps(body).encode()
    request = Request(os.environ["ALLAUTH_URL"] + "/_allauth/browser/v1" + path, data, headers, method=method)
    try:
        response = opener.open(request)
    except HTTPError as error:
        response = error
    text = re.sub(r'"at": [0-9.]+', '"at": 1', response.read().decode())
    answers[name] = {"request": f"{method} {path}", "status": response.status, "body": text[:600]}


def code():
    newest = max((Path(os.environ["ALLAUTH_FOLDER"]) / "mail").iterdir(), key=lambda file: file.stat().st_mtime_ns)
    return re.search(r"^([A-Z]{4}-[A-Z]{4})$", newest.read_text(), re.MULTILINE).group(1)


def reset(name, **body):
    ask(name, "POST", "/auth/password/reset", body)


def sign_in(name, user=USER, password="nope", by="email"):
    ask(name, "POST", "/auth/login", {by: user, "password": password})


sign_in("without the CSRF token")
ask("configuration", "GET", "/config")
ask("nobody is signed in", "GET", "/auth/session")
reset("nothing is pending", key="ABCD-EFGH")
ask("no address", "POST", "/auth/password/request", {"email": "user"})
ask("a code was sent", "POST", "/auth/password/request", {"email": USER})
right = code()
reset("a wrong code", key="ABCDEFGH")
reset("the right code", key=right.replace("-", "").lower())
reset("a weak password", key=right, password="12345")
reset("a password like the address", key=right, password="user@contoso")
reset("a wrong code with a password", key="ABCDEFGH", password=NEW)
reset("the new password holds", key=right, password=NEW)
reset("the code again", key=right)
sign_in("a wrong password")
sign_in("no address to sign in with", user="user")
sign_in("a name where an address is asked for", user="user", by="username")
sign_in("signed in", password=NEW)
sign_in("signed in already", password=NEW)
ask("somebody is signed in", "GET", "/auth/session")
change = {"current_password": "nope", "new_password": PASSWORD}
ask("a wrong current password", "POST", "/account/password/change", change)
change = {"current_password": NEW, "new_password": "short"}
ask("a weak password instead", "POST", "/account/password/change", change)
change["new_password"] = PASSWORD
ask("the password is changed", "POST", "/account/password/change", change)
ask("a code was sent to somebody who is signed in", "POST", "/auth/password/request", {"email": USER})
ask("signed out", "DELETE", "/auth/session")
ask("a change without a session", "POST", "/account/password/change", change)
for _ in range(6):
    ask("too many codes", "POST", "/auth/password/request", {"email": "nobody@contoso.example"})
    sign_in("too many wrong passwords")
ask("no such address", "GET", "/nowhere")
json.dump(answers, sys.stdout, indent=1)
print()
