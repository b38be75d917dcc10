/** Texts that would mean something to a template, to the framework's own wire, to a terminal or a sheet; they are to be shown as they are. */
const templates = [
  ...[
    "{{7331*7331}}",
    "$\u007b7331*7331}",
    "#{7331*7331}",
    "<%= 7331*7331 %>",
    "{7331*7331}",
    "@(7331*7331)",
  ],
  ...["{{constructor.constructor('x7()')()}}", "$\u007bx7()}", "{% x7 %}", "[[7331*7331]]", "*{7331*7331}"],
  ...[
    "{name}",
    "{count, plural, one {x7} other {<b>x7</b>}}",
    "<b>x7</b>",
    "'{'x7'}'",
    "{0}",
    "%s%n%x",
    "$&$1$`",
  ],
];

/** What would mean something to the framework's own wire if it were not carried as text. */
const wire = [
  ...["$L1", "$F1", "$@1", "$Sreact.suspense", "$undefined", "$K1", "$1:x7", "$Q1", "$n7331", "$Bx7", "$$x7"],
  '1:["$","img",null,{"src":"x7:","onError":"x7()"}]',
  '{"$$typeof":"Symbol(react.element)","type":"img","props":{"dangerouslySetInnerHTML":{"__html":"x7"}}}',
  '{"__proto__":{"x7":1}}',
  "__proto__",
  "constructor.prototype.x7",
];

const letters = [
  "\u202Ex7\u202C",
  "\u2066<script>x7()</script>\u2069",
  "\u200Ex7\u200F\u061C",
  "x\u200B7\u200D\uFEFF",
  "\u0000<script>x7()</script>",
  "<scr\u0000ipt>x7()</script>",
  "\uFFFD<img src=x7: onerror=x7()>",
  "\uFF1Cscript\uFF1Ex7()\uFF1C/script\uFF1E",
  "\u02BA\u02B9\u2039script\u203A",
  "+ADw-script+AD4-x7()+ADw-/script+AD4-",
  "\u001B(J<script>x7()</script>",
  "%3Cscript%3Ex7()%3C/script%3E",
  "%253Cscript%253Ex7()",
  "%c0%bcscript%c0%be",
  "&lt;script&gt;x7()&lt;/script&gt;",
  "&#60;img src=x7: onerror=x7()&#62;",
  "&amp;lt;svg onload=x7()&amp;gt;",
  "\\u003cscript\\u003ex7()\\u003c/script\\u003e",
  "\\x3csvg onload=x7()\\x3e",
  "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301x7",
  "x7\u0085\u000B\u000Cx7",
  "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67x7",
];

const elsewhere = [
  ...['=HYPERLINK("/x7c")', "@SUM(1+1)*cmd|' /C x7'!A0", "+x7", "-x7", "\t=x7", "'; DROP TABLE x7;--"],
  ...[
    "[x7](javascript:x7())",
    "![x7](/x7c)",
    "../../x7c",
    "C:\\x7",
    "\r\nSet-Cookie: x7=1",
    "https://x7.invalid/",
  ],
];

export const KEPT: readonly string[] = [...templates, ...wire, ...letters, ...elsewhere];
