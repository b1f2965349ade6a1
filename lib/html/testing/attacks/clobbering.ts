/**
 * Elements that pose as parts of the page by their names, so that a script of the page takes them for its own ("DOM
 * clobbering"), and ids that break out of where they are written. Written for this project after the families of
 * DOMPurify's tests and the published lists of properties that can be clobbered.
 */

/** What scripts look up on `window` and `document`, or on a form. */
export const clobberedNames: readonly string[] =
  `attributes body childNodes children constructor cookie createElement currentScript
  defaultView documentElement domain firstChild forms getElementById hasChildNodes head history
  implementation innerHTML length links location name namespaceURI navigator next __next_f
  nextSibling nodeName nodeType parentNode prototype __proto__ querySelector removeAttribute
  removeChild self setAttribute styleSheets textContent toString top trustedTypes TURBOPACK
  valueOf window`
    .trim()
    .split(/\s+/);

const byId = clobberedNames.map((name, index) =>
  index % 2 === 0
    ? `<a id=${name} href=https://x.example/>字</a><a id=${name} name=x href=/x>字</a>`
    : `<p id=${name}>字</p>`,
);

const byName = clobberedNames.map((name, index) =>
  index % 2 === 0
    ? `<img name=${name} src=/a.jpg><a name=${name}>字</a>`
    : `<form name=${name}><input name=${name}><output id=${name}></output></form><embed name=${name}>`,
);

const breakouts = [
  "<form id=location action=javascript:alert(1)><input name=href></form>",
  "<form onmouseover=alert(1)><input name=attributes><input name=attributes></form>",
  "<iframe name=self srcdoc='<a id=next></a>'></iframe>",
  "<object name=x><object id=y></object></object>",
  "<h2 id=\"x' onclick='alert(1)\">字</h2>",
  "<h2 id='\"><script>alert(1)</script>'>字</h2>",
  "<p id=user-content-user-content-x>字</p><p id=h-x>字</p>",
  "<p id=content>字</p><main id=content>字</main>",
  "<p id=_R_>字</p><script id=_R_></script>",
  "<p id='x y\u00a0z\u202e'>字</p><a href='#x y'>字</a>",
  "<p id=a>一</p><p id=a>二</p><a href=#a>三</a><label for=a>四</label>",
  "<h2 id=fn1>字</h2><section class=footnotes id=fnref1>字</section>",
  "<map name=body><area></map><img usemap=#body src=/a.jpg>",
  "<a href='#__proto__'>字</a><p id='__proto__'>字</p>",
  "<h2>constructor</h2><h2>__proto__</h2><h3>__proto__</h3>",
  "<td headers='x onclick=alert(1)' id=x>字</td>",
  "<slot name=body></slot><p slot=body>字</p>",
  "<input list=x><datalist id=x><option value='\"><img src=x onerror=alert(1)>'></datalist>",
];

export const clobbering: readonly string[] = [...byId, ...byName, ...breakouts];
