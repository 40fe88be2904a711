// The English texts, as Auth0 answers them.
import texts from "auth0-lock/lib/i18n/en";

Auth0.registerLanguageDictionary("en", texts);
