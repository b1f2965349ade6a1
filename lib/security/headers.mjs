import { contentSecurityPolicy } from "./content-security-policy.mjs";

/** Half a year, in seconds: long enough to count, short enough for a site that has to go back to HTTP. */
const strictTransportSeconds = 15_552_000;

/** What no page of a publication needs; those that only a player in a frame may have are below. */
const refusedFeatures = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** Which frames there are says the policy (`frame-src`): to name their hosts here again would take a kilobyte a page. */
const playerFeatures = ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"];

/**
 * The headers that protect readers, as Next.js's configuration takes them: on every answer that comes from a route or a
 * file. The values are ASCII and the same for all pages, so they are counted once by HTTP/2. Addresses are matched without
 * names: where one is named, Next.js looks for it in each value, at each request, which took a tenth of a warm page's time.
 *
 * @param {{ siteUrl?: string | undefined, development?: boolean, giscus?: boolean, analytics?: string | undefined }} options `siteUrl`: the public
 *   address; what only makes sense with HTTPS is left out unless it starts with `https:`
 * @returns {{ source: string, headers: { key: string, value: string }[] }[]}
 */
export function securityHeaders({ siteUrl = "", development = false, giscus = false, analytics }) {
  return [
    {
      source: everyAddress,
      headers: headersOfEveryAnswer({
        secure: isSecure(siteUrl),
        development,
        giscus,
        analytics,
        inlineScripts: "any",
      }),
    },
    {
      // Pictures and feeds are there to be shown elsewhere; what machines and the desk ask for is not.
      source: "/(_next|api|admin)/(.*)",
      headers: [header("Cross-Origin-Resource-Policy", "same-origin")],
    },
  ];
}

const everyAddress = "/(.*)";

/** @param {string} siteUrl */
const isSecure = (siteUrl) => /^https:/i.test(siteUrl.trim());

/**
 * The same for a server of one's own, which sends them itself and knows what each page has in it.
 * @param {{ siteUrl: string, giscus: boolean, analytics?: string | undefined, inlineScripts: InlineScripts }} options
 */
export const siteHeaders = ({ siteUrl, ...options }) =>
  headersOfEveryAnswer({ secure: isSecure(siteUrl), development: false, ...options });

/**
 * @typedef {import("./content-security-policy.mjs").InlineScripts} InlineScripts
 * @param {{ secure: boolean, development: boolean, giscus: boolean, analytics?: string | undefined, inlineScripts: InlineScripts }} options
 */
const headersOfEveryAnswer = ({ secure, development, ...options }) => [
  header("Content-Security-Policy", contentSecurityPolicy({ development, secure, ...options })),
  header("Cross-Origin-Opener-Policy", "same-origin"),
  header("Permissions-Policy", permissionsPolicy()),
  // Players refuse to play for a page that doesn't say where it is; pictures ask without any (`referrerpolicy`).
  header("Referrer-Policy", "strict-origin-when-cross-origin"),
  header("X-Content-Type-Options", "nosniff"),
  // For browsers that don't know `frame-ancestors`.
  header("X-Frame-Options", "DENY"),
  ...(secure && !development
    ? [header("Strict-Transport-Security", `max-age=${strictTransportSeconds}`)]
    : []),
];

function permissionsPolicy() {
  return [
    ...refusedFeatures.map((feature) => `${feature}=()`),
    ...playerFeatures.map((feature) => `${feature}=*`),
  ].join(", ");
}

/**
 * @param {string} key
 * @param {string} value
 */
const header = (key, value) => ({ key, value });
