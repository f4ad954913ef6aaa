/** What the page keeps in its address: `#TOKEN&instance=KEY&process=ID&lang=zh`. */

export function parseAddress(hash) {
  const [token, ...rest] = hash.replace(/^#/, '').split('&');
  const chosen = new URLSearchParams(rest.join('&'));
  return {
    token,
    instance: chosen.get('instance'),
    process: chosen.get('process'),
    lang: chosen.get('lang'),
  };
}

export function formatAddress({ token, instance, process, lang }) {
  const chosen = new URLSearchParams();
  for (const [name, value] of Object.entries({ instance, process, lang })) {
    if (value) {
      chosen.set(name, value);
    }
  }
  return `#${[token, chosen.toString()].filter(Boolean).join('&')}`;
}

export const address = () => parseAddress(location.hash);

/** Replaces the entry of the browser's history, so that Back leaves the page. */
export function rewriteAddress(changes) {
  history.replaceState(null, '', formatAddress({ ...address(), ...changes }));
}
