/**
 * Texts that try to leave the place where a page puts a value of the front matter: a title, an attribute, a `<script>`
 * with data, an address, a header. Our own.
 */
export const frontMatterTexts: readonly string[] = [
  "</title><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '" onfocus="alert(1)" autofocus="',
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "]]><script>alert(1)</script>",
  '\\"});alert(1);({\\"',
  "\u2028\u2029alert(1)//",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that only looks like a template
  "${alert(1)} {{alert(1)}} <%= alert(1) %>",
  "javascript:alert(1)",
  "$L1 $Sreact.suspense $undefined",
  "\u202e题\u2066目",
  "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
  "__proto__",
  "constructor",
  "../../../etc/passwd",
  "题\u0000目\u001b[31m",
];

/** For `from`, `cover`, `permalink` and `aliases`. */
export const frontMatterAddresses: readonly string[] = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)//https://x.example/",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//evil.example/x",
  "/\\evil.example/x",
  'https://x.example/"onerror="alert(1)',
  "https://x.example/'><script>alert(1)</script>",
  "https://x.example/%0d%0aSet-Cookie:%20x=1",
  "https://x.example@evil.example/",
  '/x"><script>alert(1)</script>',
  "/x\r\nSet-Cookie: x=1",
  "/../../api/revalidate",
  "/x/%2e%2e/%2e%2e/admin",
  "https://x.example/\u202egpj.exe",
];
