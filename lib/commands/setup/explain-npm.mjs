const unreachable =
  "the npm registry can't be reached; connect this machine to the network, name a registry or a proxy that it can reach (npm config set registry ADDRESS, npm config set proxy ADDRESS), or copy node_modules from a machine of the same system";

/** What npm's codes mean, and what helps. @type {Readonly<Record<string, string>>} */
const answers = {
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ENETUNREACH: unreachable,
  EHOSTUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ERR_SOCKET_TIMEOUT: unreachable,
  E401: "the npm registry asks for a login; run npm login, or name another registry (npm config set registry ADDRESS)",
  E403: "the npm registry refuses them; name another registry (npm config set registry ADDRESS)",
  EACCES: "this folder can't be written; give the user who runs this the right to",
  EROFS: "this folder is on a disk that can't be written; install them where it is made",
  ENOSPC: "the disk is full; make room, and run it again",
  EUSAGE:
    "package.json and package-lock.json don't agree; run npm install, or take both from the repository",
  EINTEGRITY:
    "a package isn't what package-lock.json says; run npm cache clean --force, and see what registry it comes from",
};

/**
 * Why npm has not installed the packages, in one line; nothing where its own words have to do.
 * @param {string} said what it has printed as errors
 * @returns {string | undefined}
 */
export function explainNpm(said) {
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(said)?.[1] ?? "";
  return Object.hasOwn(answers, code) ? answers[code] : undefined;
}
