import { declareCommand } from "../arguments/declare-command.mjs";

/** Commands that build and serve the site. */

export const start = declareCommand({
  call: "npm start",
  about:
    "Installs what is missing, brings the content in, builds what is stale, and serves the site until it is told to stop. Address, port, folders and secrets are variables of the environment: .env.example.",
  options: {},
  examples: [
    ["npm start", "on http://localhost:3000"],
    ["PORT=8080 SITE_URL=https://news.example.com npm start", "behind a reverse proxy"],
    ["CONTENT_DIR=/srv/posts npm start", "the posts of another folder"],
  ],
  exits: {
    0: "it was told to stop",
    1: "it could not be built or served; the last line says why",
  },
});

export const serve = declareCommand({
  call: "npm run serve",
  about:
    "Serves the build that is there, and what the stores hold: for servers to which a build is copied. Nothing is installed, built or brought in.",
  options: {},
  examples: [["npm run serve", "on each of several servers"]],
  exits: {
    0: "it was told to stop",
    1: "there is no build, or it could not be served; the last line says why",
  },
});

export const dev = declareCommand({
  call: "npm run dev",
  about: "The site with live reload: a saved file shows within a second or two.",
  options: {},
  examples: [["PORT=3001 npm run dev", "on another port"]],
  exits: { 0: "it was told to stop", 1: "it could not be started; the last line says why" },
});

export const build = declareCommand({
  call: "npm run build",
  about: "Brings the content in and builds the site: what a host runs.",
  options: {},
  examples: [["npm run build", "before `npm run serve`, or in an image"]],
  exits: { 0: "the site is built", 1: "it is not; what was built before is not served any more" },
});
