/** What a script sends in the place of a proof where its browser can't hash. By itself, because browsers read it too. */
export const noProof = "none";
