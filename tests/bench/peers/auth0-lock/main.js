// Lock with one database of users. What it asks Auth0 for before it shows its form is answered from answers/: the settings
// of the client, and the English texts, which it loads in English too. Whether somebody is signed in already (`sso`) it is
// told not to ask: without Auth0 it would wait 5 seconds for an answer.
import { Auth0Lock } from "auth0-lock";

const here = new URL(".", location).href.slice(0, -1);
const options = {
  container: "root",
  clientBaseUrl: here,
  languageBaseUrl: here,
  theme: { logo: "logo.svg" },
  allowSignUp: false,
  auth: { sso: false },
};
new Auth0Lock("sample", "contoso.example", options).show();
