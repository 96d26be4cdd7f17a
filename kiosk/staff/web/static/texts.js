// The words of this page's language; `t("calls.waiting", { n: 3 })` chooses the form for {n} where there are several.
const language = document.documentElement.lang;
const words = await (await fetch(`/texts/${language}.json`)).json();
const forms = new Intl.PluralRules(language);

export function t(name, values = {}) {
  const counted = "n" in values ? words[`${name}.${forms.select(Number(values.n))}`] ?? words[`${name}.other`] : undefined;
  const sentence = counted ?? words[name] ?? name;
  return sentence.replace(/\{([a-z_]+)\}/g, (whole, key) => values[key] ?? whole);
}

export { language };
