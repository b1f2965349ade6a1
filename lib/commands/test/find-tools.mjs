import { findChromium } from "../setup/find-chromium.mjs";
import { findServers } from "../setup/find-servers.mjs";

/** Installs what stories run in and against where it is missing; its last line says where it is, as variables in JSON. */

const tools = { CHROMIUM_PATH: findChromium(), ...findServers() };
console.log(JSON.stringify(tools));
