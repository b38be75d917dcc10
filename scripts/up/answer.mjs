import { onionOf } from "./hosts.mjs";

const NOWHERE = /^(\/en|\/es)?\/no-existe\/?$/;

/**
 * Corrects what the framework says before the first byte leaves: the pages of unknown things answer 404, however they were reached;
 * no header tells how an address was resolved; and, on the open process, answers vary by nothing but their compression, so that
 * caches in front may keep them.
 */
export function correctAnswer(surface, request, response) {
  const asked = pathOf(request.url);
  const writeHead = response.writeHead;
  const onion = surface === "open" ? onionOf(request.headers.host, request.url, asked) : null;
  let marked = false;
  response.writeHead = (status, ...rest) => {
    const resolved = pathOf(String(response.getHeader("x-middleware-rewrite") ?? asked));
    for (const name of response.getHeaderNames()) {
      if (name.startsWith("x-middleware-") || name.startsWith("x-nextjs-")) response.removeHeader(name);
    }
    if (surface === "open") response.setHeader("Vary", "Accept-Encoding");
    if (onion) response.setHeader("Onion-Location", onion);
    // The framework may write its head more than once before the first byte.
    marked ||= response.hasHeader("x-nowhere");
    response.removeHeader("x-nowhere");
    const unknown = status === 200 && (marked || NOWHERE.test(asked) || NOWHERE.test(resolved));
    return writeHead.call(response, unknown ? 404 : status, ...rest);
  };
}

function pathOf(address) {
  return new URL(address, "http://localhost").pathname;
}
