// Microsoft's own client as a page uses it. What each step comes to is said in plain values.

const settings = new URL(location.href).searchParams;

/** The client of a page that was just opened. */
async function newClient() {
  sessionStorage.clear();
  return msalCustomAuth.CustomAuthPublicClientApplication.create({
    auth: {
      clientId: settings.get("client_id"),
      authority: "https://login.contoso.example/contoso.onmicrosoft.com",
      redirectUri: location.origin,
    },
    customAuth: {
      authApiProxyUrl: settings.get("proxy"),
      challengeTypes: ["password", "oob", "redirect"],
      capabilities: (settings.get("capabilities") ?? "").split(" ").filter(Boolean),
    },
    cache: { cacheLocation: "sessionStorage" },
  });
}

/** Every question of the client's error that it answers with yes, such as `isInvalidCode`. */
function nameOf(error) {
  const names = [];
  for (let kind = Object.getPrototypeOf(error); kind !== Object.prototype; kind = Object.getPrototypeOf(kind)) {
    names.push(...Object.getOwnPropertyNames(kind).filter((name) => /^is[A-Z]/.test(name) && !name.endsWith("Error")));
  }
  const yes = [...new Set(names)].filter((name) => error[name]());
  return { yes, error: error.errorData.error, description: String(error.errorData.errorDescription ?? error.errorData) };
}

let client;
let state;

/** Goes on from where `result` leads, and says where that is. */
function at(result) {
  if (result.error) {
    return { failed: nameOf(result.error) };
  }
  state = result.state;
  const account = result.data?.getAccount?.();
  return {
    state: state.stateType,
    codeLength: state.getCodeLength?.() ?? null,
    account: account ? { username: account.username, name: account.name ?? null } : null,
  };
}

const steps = {
  async startReset(username) {
    client = await newClient();
    return at(await client.resetPassword({ username }));
  },
  resendCode: async () => at(await state.resendCode()),
  submitCode: async (code) => at(await state.submitCode(code)),
  submitNewPassword: async (password) => at(await state.submitNewPassword(password)),
  goOnSignedIn: async () => at(await state.signIn()),
  async signIn(username, password) {
    client = await newClient();
    return at(await client.signIn({ username, password }));
  },
};

window.step = (name, ...given) => steps[name](...given).catch((thrown) => ({ thrown: String(thrown) }));
