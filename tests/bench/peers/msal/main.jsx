// Microsoft's client for native authentication has no screens of its own: this form of two fields is ours, as small as it
// can be. The tenant does not exist: none is asked before somebody signs in.
import { CustomAuthPublicClientApplication } from "@azure/msal-browser/custom-auth";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const client = await CustomAuthPublicClientApplication.create({
  auth: { clientId: "00000000-0000-0000-0000-000000000000", authority: "https://contoso.example/" },
  customAuth: { challengeTypes: ["password", "oob", "redirect"], authApiProxyUrl: new URL("api", location).href },
});

function SignIn() {
  const [problem, tell] = useState("");
  const [working, work] = useState(false);

  async function send(event) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.target));
    work(true);
    const result = await client.signIn({ username, password: password || undefined });
    tell(result.error ? "You could not be signed in." : "");
    work(false);
  }

  return (
    <main>
      <h1>Sign in</h1>
      <form onSubmit={send}>
        <p role="alert">{problem}</p>
        <label>User ID <input name="username" autoComplete="username" /></label>
        <label>Password <input name="password" type="password" autoComplete="current-password" /></label>
        <button disabled={working}>Sign in</button>
      </form>
      <a href="forgot">Can’t access your account?</a>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<SignIn />);
