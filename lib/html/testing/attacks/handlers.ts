/**
 * Handlers: every event for which browsers have had an attribute, on an element that fires it or might, and the ways of
 * writing an attribute so that a filter doesn't see one. Written for this project after the families of OWASP's XSS
 * Filter Evasion Cheat Sheet, PortSwigger's XSS cheat sheet and H5SC.
 */

const events = `abort afterprint afterscriptexecute animationcancel animationend animationiteration
  animationstart auxclick beforecopy beforecut beforeinput beforematch beforepaste beforeprint
  beforescriptexecute beforetoggle beforeunload begin blur bounce cancel canplay canplaythrough
  change click close command contentvisibilityautostatechange contextmenu copy cuechange cut
  dblclick drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange emptied
  end ended error filterchange finish focus focusin focusout formdata fullscreenchange
  gesturestart gotpointercapture hashchange input invalid keydown keypress keyup load loadeddata
  loadedmetadata loadstart lostpointercapture message messageerror mousedown mouseenter mouseleave
  mousemove mouseout mouseover mouseup mousewheel offline online pagehide pagereveal pageshow
  pageswap paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove
  pointerout pointerover pointerrawupdate pointerup popstate progress propertychange ratechange
  readystatechange repeat reset resize scroll scrollend scrollsnapchange search
  securitypolicyviolation seeked seeking select selectionchange selectstart show slotchange stalled
  start storage submit suspend timeupdate toggle touchcancel touchend touchmove touchstart
  transitioncancel transitionend transitionrun transitionstart unhandledrejection unload
  volumechange waiting webkitanimationend webkitfullscreenchange webkitmouseforcechanged
  webkittransitionend wheel`
  .trim()
  .split(/\s+/);

/** In turn, so that each event meets an element that the allow-list keeps and others that it doesn't. */
const carriers: readonly ((attribute: string) => string)[] = [
  (handler) => `<img src=x ${handler}>`,
  (handler) => `<p tabindex=0 autofocus ${handler}>字</p>`,
  (handler) => `<details open ${handler}><summary>题</summary>字</details>`,
  (handler) => `<a href=/x ${handler}>字</a>`,
  (handler) => `<video controls src=/x ${handler}><source src=/y ${handler}></video>`,
  (handler) => `<td ${handler}>字</td>`,
  (handler) => `<svg ${handler}><g ${handler}></g></svg>`,
  (handler) => `<body ${handler}>`,
  (handler) => `<x-y ${handler} contenteditable>字</x-y>`,
  (handler) => `<blockquote ${handler}>字</blockquote>`,
];

const eachEvent = events.map((event, index) => {
  const carrier = carriers[index % carriers.length] ?? String;
  return carrier(`on${event}=alert(1)`);
});

const waysOfWriting = [
  "<img src=x onerror=alert(1)>",
  "<img/src=x/onerror=alert(1)>",
  "<img\nsrc=x\nonerror\n=\nalert(1)>",
  "<img\tsrc=x\tonerror=alert(1)>",
  "<img\fsrc=x\fonerror=alert(1)>",
  "<img\rsrc=x\ronerror=alert(1)>",
  "<img\vsrc=x\vonerror=alert(1)>",
  "<img src=x\u00a0onerror=alert(1)>",
  "<img src=x\u3000onerror=alert(1)>",
  "<img src=x ONERROR=alert(1)>",
  "<IMG SRC=x oNeRrOr=alert`1`>",
  "<img src=x onerror = 'alert(1)'>",
  "<img src=x onerror=`alert(1)`>",
  '<img src="x"onerror="alert(1)">',
  "<img src='x'onerror='alert(1)'>",
  "<img src=x onerror=&#97;lert(1)>",
  "<img src=x onerror=&#x61;&#x6c;&#x65;&#x72;&#x74;&#x28;1&#x29;>",
  "<img src=x onerror&equals;alert(1) onload&#61;alert(1)>",
  "<img src=x onerror=alert(1) onerror=alert(2)>",
  "<img src=x on\u0000error=alert(1)>",
  "<img src=x on error=alert(1)>",
  "<img src=x onerror\u0000=alert(1)>",
  "<img src=x =onerror=alert(1)>",
  "<img src=x '\"onerror=alert(1)>",
  "<img src=x xmlns:onerror=alert(1) data-onerror=alert(1) :onerror=alert(1) @error=alert(1)>",
  "<img src=x id/=' onerror=alert(1)//'>",
  '<img src onerror /" \'"= alt=alert(1)//">',
  '<img """><img src=x onerror=alert(1)>">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  "<img src=x onerror=alert(1)//",
  "<img src=x onerror=alert(1) <p>",
  "<<img src=x onerror=alert(1)>>",
  "<\u0000img src=x onerror=alert(1)>",
  "< img src=x onerror=alert(1)>",
  "</p/onclick=alert(1)>",
  "</a onmousemove=alert(1)>字",
  "<image src=x onerror=alert(1)>",
  "<img src=x\\ onerror=alert(1)>",
  "<p onmouseover='alert(1)'>字</p>",
  "<a onclick=alert(1)>字</a>",
  "<a href=/x autofocus onfocus=alert(1) tabindex=1>字</a>",
  "<audio src=/x onloadstart=alert(1) autoplay></audio>",
  "<video src=x autoplay muted onplay=alert(1)></video>",
  "<marquee width=1 loop=1 onfinish=alert(1) onstart=alert(1)>字</marquee>",
  "<select autofocus onfocus=alert(1)><option>字</select>",
  "<input onfocus=alert(1) autofocus>",
  "<input type=image src=x onerror=alert(1)>",
  '<input class="task-list-item-checkbox" type="image" src=x onerror=alert(1) formaction="javascript:1">',
  "<keygen autofocus onfocus=alert(1)>",
  "<textarea autofocus onfocus=alert(1)>字</textarea>",
  "<button autofocus onfocus=alert(1)>字</button>",
  "<div popover id=p onbeforetoggle=alert(1)>字</div><button popovertarget=p>字</button>",
  "<xss style='x' onclick=alert(1)>字</xss>",
  "<table onclick=alert(1) background=javascript:alert(1)><tr><td background=javascript:1>字</table>",
  "<body/onload=alert(1)>",
  "<html onmousemove=alert(1)>",
  "<frameset onload=alert(1)>",
  "<style onload=alert(1)></style><link rel=stylesheet href=/x onerror=alert(1)>",
  "<object data=x onerror=alert(1)></object><embed src=x onload=alert(1)>",
];

export const handlers: readonly string[] = [...eachEvent, ...waysOfWriting];
