// The settings of a client, as Auth0 answers them.
Auth0.setClient({
  id: "sample",
  tenant: "contoso",
  subscription: "free",
  allowedOrigins: [location.origin],
  callback: location.origin,
  strategies: [
    {
      name: "auth0",
      connections: [
        { name: "Username-Password-Authentication", forgot_password_url: "", signup_url: "", showSignup: false, showForgot: true },
      ],
    },
  ],
});
