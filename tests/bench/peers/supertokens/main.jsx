// The prebuilt sign-in with e-mail and password, and its way to a new password, on an API that does not exist: none is
// asked before somebody signs in. Without its shadow root, so that the form can be found.
import { createRoot } from "react-dom/client";
import SuperTokens, { SuperTokensWrapper } from "supertokens-auth-react";
import EmailPassword from "supertokens-auth-react/recipe/emailpassword";
import { EmailPasswordPreBuiltUI } from "supertokens-auth-react/recipe/emailpassword/prebuiltui";
import Session from "supertokens-auth-react/recipe/session";
import { AuthPage } from "supertokens-auth-react/ui";

SuperTokens.init({
  useShadowDom: false,
  appInfo: { appName: "Partner Center", apiDomain: location.origin, websiteDomain: location.origin, apiBasePath: "/auth" },
  recipeList: [EmailPassword.init(), Session.init()],
});
createRoot(document.getElementById("root")).render(
  <SuperTokensWrapper>
    <AuthPage preBuiltUIList={[EmailPasswordPreBuiltUI]} isSignUp={false} redirectOnSessionExists={false} />
  </SuperTokensWrapper>,
);
