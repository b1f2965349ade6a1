/** The path in an old address, which may be given in full: `https://old.example.com/a/` and `/a/` are the same. */
export const pathOfAddress = (address: string): string =>
  /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).pathname : address;
