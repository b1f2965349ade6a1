import { contentSecurityPolicy } from "./content-security-policy.mjs";
import { frameOrigins } from "./frame-origins.mjs";

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

const playerFeatures = ["autoplay", "encrypted-media", "fullscreen", "picture-in-picture"];

/**
 * The headers that protect readers, as Next.js's configuration takes them: on every answer that comes from a route or a
 * file. The values are ASCII and the same for all pages, so they are counted once by HTTP/2. Addresses are matched without
 * names: where one is named, Next.js looks for it in each value, at each request, which took a tenth of a warm page's time.
 *
 * @param {{ siteUrl?: string | undefined, development?: boolean, giscus?: boolean }} options `siteUrl`: the public
 *   address; what only makes sense with HTTPS is left out unless it starts with `https:`
 * @returns {{ source: string, headers: { key: string, value: string }[] }[]}
 */
export function securityHeaders({ siteUrl = "", development = false, giscus = false }) {
  return [
    {
      source: everyAddress,
      headers: headersOfEveryAnswer({ secure: isSecure(siteUrl), development, giscus }),
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

/** @param {{ secure: boolean, development: boolean, giscus: boolean }} options */
const headersOfEveryAnswer = ({ secure, development, giscus }) => [
  header("Content-Security-Policy", contentSecurityPolicy({ development, secure, giscus })),
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

/**
 * The request header by which a server of one's own tells Next.js for what kind of site it answers (`kindOfSite`). A build
 * doesn't know the site that it will serve, and Next.js takes its headers from the build.
 */
export const kindHeader = "x-masthead-kind";

/** @param {{ secure: boolean, giscus: boolean }} kind */
const nameKind = ({ secure, giscus }) => `${secure ? "https" : "http"}${giscus ? "-giscus" : ""}`;

/** @param {{ siteUrl: string, giscus: boolean }} site */
export const kindOfSite = ({ siteUrl, giscus }) => nameKind({ secure: isSecure(siteUrl), giscus });

/**
 * The same for a build that may serve any site: what all have in common, and over it what each kind has beside that or in
 * its place. A request that came before the server could say anything gets what is right for all.
 *
 * @returns {{
 *   source: string,
 *   has?: { type: "header", key: string, value: string }[],
 *   headers: { key: string, value: string }[],
 * }[]}
 */
export function securityHeadersOfAnySite() {
  const common = securityHeaders({});
  const usual = new Map(common[0]?.headers.map(({ key, value }) => [key, value]));
  const kinds = [
    { secure: true, giscus: false },
    { secure: false, giscus: true },
    { secure: true, giscus: true },
  ];
  return [
    ...common,
    ...kinds.map((kind) => ({
      source: everyAddress,
      has: [{ type: /** @type {const} */ ("header"), key: kindHeader, value: nameKind(kind) }],
      headers: headersOfEveryAnswer({ ...kind, development: false }).filter(
        ({ key, value }) => usual.get(key) !== value,
      ),
    })),
  ];
}

function permissionsPolicy() {
  const players = frameOrigins.map((origin) => `"${origin}"`).join(" ");
  return [
    ...refusedFeatures.map((feature) => `${feature}=()`),
    ...playerFeatures.map((feature) => `${feature}=(self ${players})`),
  ].join(", ");
}

/**
 * @param {string} key
 * @param {string} value
 */
const header = (key, value) => ({ key, value });
