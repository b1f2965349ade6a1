import { createDefaultPolicy } from "@/lib/security/trusted-types";

/** Next.js runs this file before it brings a page to life. */

createDefaultPolicy(window);
