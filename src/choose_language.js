// The page at "/" goes on to the first of the visitor's languages that there is.
//
// The script of a language counts too: who reads zh-TW is served better by the next language of the list than by
// simplified characters.

const pages = [...document.querySelectorAll("link[hreflang]")];

const script = (tag) => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
};

const match = (tag) =>
  pages.find((page) => page.hreflang === tag) || pages.find((page) => script(page.hreflang) === script(tag));

// `replace`, so that Back does not lead here. These addresses have neither query nor fragment.
location.replace((navigator.languages.map(match).find(Boolean) || pages[0]).href);
