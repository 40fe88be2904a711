// The widget for the Identity Engine, as it stands on a company's own sign-in page. The first thing it does is to ask the
// server what comes next; answers/idp/idx/introspect says: a user name and a password.
import OktaSignIn from "@okta/okta-signin-widget/oie";
import "@okta/okta-signin-widget/css/okta-sign-in.min.css";

new OktaSignIn({
  baseUrl: new URL(".", location).href.slice(0, -1),
  stateToken: "sample",
  useClassicEngine: false,
  logoText: "Partner Center",
}).renderEl({ el: "#root" });
