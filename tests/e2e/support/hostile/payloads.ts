import { KEPT } from "./kept";

/**
 * Texts that would run, load or clobber something if any page took them for markup, script, address, style or template. Written here
 * by family, after the ways of breaking out that OWASP's cheat sheets, html5sec and the published mutation attacks on sanitisers
 * describe; none is copied from a list. Whatever runs calls or sets `x7`, opens a dialog, or asks for `/x7c`.
 */
export interface Payload {
  text: string;
  /** Where it bites when nothing escapes it: the detector is tried there. `none`: it is only to be kept and shown as it is. */
  sink: "html" | "attribute" | "script" | "address" | "none";
}

const acts = ["x7()", "x7=1", "alert(7)", "console.log('x7c')", "fetch('/x7c')"];
const quiet = ["x7()", "x7=1", "alert(7)"];
let turn = 0;
const act = () => acts[turn++ % acts.length] ?? "";
/** Without quotes inside: it stands within some. */
const bare = () => quiet[turn++ % quiet.length] ?? "";

const many = (sink: Payload["sink"], texts: string[]): Payload[] => texts.map((text) => ({ text, sink }));

const scripts = many("html", [
  `<script>${act()}</script>`,
  `<SCRIPT>${act()}</SCRIPT>`,
  `<script\t>${act()}</script\n>`,
  `<script/x7>${act()}</script>`,
  `<script type=module>${act()}</script>`,
  "<script src=/x7c></script>",
  '<script src="data:,x7()"></script>',
  "<script async src=/x7c>",
  `<<script>${act()}//<</script>`,
  `<svg><script>${act()}</script></svg>`,
  "<svg><script href=/x7c></script></svg>",
  "<svg><script xlink:href=data:,x7()></script>",
  "<link rel=modulepreload href=/x7c>",
  "<link rel=stylesheet href=/x7c>",
  "<link rel=prefetch href=/x7c>",
  "<meta http-equiv=refresh content='9;url=/x7c'>",
  "<meta http-equiv=set-cookie content=x7=1>",
  "<base href=/x7c/>",
]);

const handlers: [string, string, string][] = [
  ["img", "onerror", "src=x7:"],
  ["svg", "onload", ""],
  ["body", "onpageshow", ""],
  ["iframe", "onload", ""],
  ["details", "ontoggle", "open"],
  ["input", "onfocus", "autofocus"],
  ["textarea", "onfocus", "autofocus"],
  ["select", "onfocus", "autofocus"],
  ["button", "onfocus", "autofocus"],
  ["video", "onerror", "src=x7:"],
  ["audio", "onerror", "src=x7:"],
  ["object", "onerror", "data=x7:"],
  ["embed", "onload", "src=/x7c"],
  ["style", "onload", ""],
  ["marquee", "onstart", ""],
  ["link", "onerror", "rel=stylesheet href=x7:"],
  ["a", "onmouseover", "href=#"],
  ["div", "onclick", ""],
  ["p", "onpointerenter", ""],
  ["x7", "onfocus", "tabindex=1 autofocus"],
  ["form", "onformdata", ""],
  ["dialog", "onclose", "open"],
  ["math", "onclick", ""],
  ["summary", "onbeforetoggle", ""],
];
const withHandlers = handlers.flatMap(([tag, event, more]) =>
  many("html", [
    `<${tag} ${more} ${event}=${bare()}>`,
    `<${tag.toUpperCase()} ${more} ${event}="${bare()}">`,
    `<${tag}/${more.replaceAll(" ", "/")}/${event}='${bare()}'/>`,
    `<${tag}\n${more}\f${event}\t=\n${bare()} `,
    `"'><${tag} ${more} ${event}=${bare()}//`,
  ]),
);

const breakouts = many("attribute", [
  `" onfocus=${bare()} autofocus x="`,
  `' onfocus=${bare()} autofocus x='`,
  `" onmouseover="${bare()}`,
  `' onmouseover='${bare()}`,
  `"onpointerenter=${bare()} "`,
  `'onclick=${bare()} '`,
  `" onanimationstart=${bare()} style="animation:x7`,
  `"><script>${act()}</script>`,
  `'><script>${act()}</script>`,
  `"><img src=x7: onerror=${bare()}>`,
  `'><img src=x7: onerror=${bare()}>`,
  `"/><svg/onload=${bare()}>`,
  `'/><svg/onload=${bare()}>`,
  `"></option></select><img src=x7: onerror=${bare()}>`,
  `"></textarea><img src=x7: onerror=${bare()}>`,
  `"></title><svg onload=${bare()}>`,
  `"></style><svg onload=${bare()}>`,
  `" formaction="javascript:${bare()}`,
  `" style="background:url(/x7c)`,
  `' style='background:url(/x7c)`,
]);

const closing = ["textarea", "title", "style", "option", "select", "noscript", "template", "iframe", "xmp"];
const closers = closing.flatMap((tag) =>
  many("html", [`</${tag}><img src=x7: onerror=${bare()}>`, `<${tag}></${tag}><svg onload=${bare()}>`]),
);

const inScripts = many("script", [
  `</script><script>${act()}</script>`,
  `</ScRiPt ><script>${act()}</script>`,
  `</script/x7><svg onload=${bare()}>`,
  `</script><img src=x7: onerror=${bare()}>`,
  `<!--<script></script><img src=x7: onerror=${bare()}>`,
  `";${bare()}//`,
  `';${bare()}//";${bare()}//`,
  `\\";${bare()}//`,
  `"-${bare()}-"`,
  `"+x7()+"`,
  `\u2028";${bare()}//`,
  `\u2029";${bare()}//`,
  `"]);x7();self.__next_f.push([1,"`,
  `"])</script><script>${act()}</script>`,
]);

const schemes = [
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "java\nscript:",
  "\u0001javascript:",
  " javascript:",
];
const addresses = schemes.flatMap((scheme) =>
  many("address", [
    `${scheme}${bare()}`,
    `${scheme}//%0a${bare()}`,
    `${scheme}"<svg/onload=${bare()}>"`,
    `${scheme}void(${bare()})`,
  ]),
);
const inLinks = many("html", [
  ...schemes.map((scheme) => `<a href="${scheme}${bare()}">x7</a>`),
  `<a href=&#106;avascript:${bare()}>x7</a>`,
  `<a href=&#x6A;avascript&colon;${bare()}>x7</a>`,
  `<a href="data:text/html,<script>${act()}</script>">x7</a>`,
  `<area href=javascript:${bare()}>`,
  `<form action=javascript:${bare()}><button>x7</button></form>`,
  `<button formaction=javascript:${bare()}>x7</button>`,
  `<input type=submit formaction=javascript:${bare()}>`,
  `<iframe src=javascript:${bare()}>`,
  `<iframe srcdoc="<script>parent.x7()</script>">`,
  `<iframe src="data:text/html,<script>top.x7()</script>">`,
  `<object data=javascript:${bare()}>`,
  `<embed src=javascript:${bare()}>`,
  `<svg><a xlink:href=javascript:${bare()}><text y=9>x7</text></a></svg>`,
  `<math><maction xlink:href=javascript:${bare()}>x7</maction></math>`,
]);

const drawn = many("html", [
  `<svg><animate onbegin=${bare()} attributeName=x dur=1s>`,
  `<svg><set attributeName=onload to=${bare()}>`,
  `<svg><a><animate attributeName=href values=javascript:${bare()} /><text y=9>x7</text></a>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=x7()>#x">`,
  `<svg><foreignObject><img src=x7: onerror=${bare()}></foreignObject></svg>`,
  `<svg><image href=x7: onerror=${bare()}>`,
  `<svg><style>*{background:url(/x7c)}</style>`,
  `<svg><title><img src=x7: onerror=${bare()}></title>`,
  `<math><mtext><img src=x7: onerror=${bare()}></mtext></math>`,
  `<math><annotation-xml encoding=text/html><img src=x7: onerror=${bare()}>`,
]);

const mutating = many("html", [
  `<noscript><p title="</noscript><img src=x7: onerror=${bare()}>">`,
  `<svg></p><style><a id="</style><img src=x7: onerror=${bare()}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x7: onerror=${bare()}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x7: onerror=${bare()}>`,
  `<template><img src=x7: onerror=${bare()}></template>`,
  `<listing>&lt;img src=x7: onerror=${bare()}&gt;</listing><img src=x7: onerror=${bare()}>`,
  `<table><td><svg><desc><td></desc><img src=x7: onerror=${bare()}>`,
  `<select><style></select><img src=x7: onerror=${bare()}></style>`,
  `<!--><img src=x7: onerror=${bare()}>-->`,
  `<!-- --!><img src=x7: onerror=${bare()}>`,
  `<?xml x7?><img src=x7: onerror=${bare()}>`,
  `<![CDATA[><img src=x7: onerror=${bare()}>]]>`,
  `]]><img src=x7: onerror=${bare()}>`,
  `--><svg onload=${bare()}>`,
]);

const styles = many("html", [
  "<style>@import '/x7c';</style>",
  "<style>*{background:url(/x7c)}</style>",
  "<p style=background:url(/x7c)>x7</p>",
  "<p style='behavior:url(/x7c)'>x7</p>",
  "<p style='width:expression(x7())'>x7</p>",
  "<p style='position:fixed;inset:0;z-index:9'>x7</p>",
  "<table background=/x7c><td>x7",
  "<video poster=/x7c>",
]);

const clobbering = many("html", [
  "<form id=x7><input name=action></form>",
  "<img name=getElementById>",
  "<a id=__next_f><a id=__next_f name=push href=/x7c>",
  "<iframe name=self>",
  "<form name=body><input name=firstChild></form>",
  "<input name=csrf value=x7>",
  "<input form=decision name=agreed value=yes>",
  "<object id=documentElement>",
]);

/** Every one once; more than three hundred. */
export const PAYLOADS: readonly Payload[] = [
  ...[...scripts, ...withHandlers, ...breakouts, ...closers, ...inScripts, ...addresses, ...inLinks],
  ...[...drawn, ...mutating, ...styles, ...clobbering, ...many("none", [...KEPT])],
];
