/** An address from elsewhere is a link only if it leads to a page, never to a script. */
export const pageAddress = (url) => (/^https?:\/\//.test(url) ? url : undefined);
