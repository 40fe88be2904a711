// The Authenticator with its styles, for a user pool that does not exist: none is asked before somebody signs in.
import { Amplify } from "aws-amplify";
import { Authenticator } from "@aws-amplify/ui-react";
import "@aws-amplify/ui-react/styles.css";
import { createRoot } from "react-dom/client";

Amplify.configure({ Auth: { Cognito: { userPoolId: "eu-west-1_Sample123", userPoolClientId: "sample" } } });
createRoot(document.getElementById("root")).render(<Authenticator hideSignUp />);
