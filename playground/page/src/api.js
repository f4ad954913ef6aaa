/** The calls of the playground's server. A call that fails throws a `Problem`. */
import { address } from './address.js';
import { both } from './texts/texts.js';

/** A sentence for the user, in both languages. */
export class Problem extends Error {
  constructor(text) {
    super(text.en);
    this.text = text;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`api/${path}`, {
      method,
      headers: { Authorization: `Bearer ${address().token}`, 'Content-Type': 'application/json' },
      body,
    });
  } catch {
    throw new Problem(both('problem.noAnswer'));
  }
  if (!response.ok) {
    throw new Problem(await problemOf(response));
  }
  return response;
}

async function problemOf(response) {
  const unexplained = both('problem.refused', { status: response.status });
  try {
    return (await response.json()).problem ?? unexplained;
  } catch {
    return unexplained;
  }
}

const get = (path) => call('GET', path);
const send = (method, path, body) => call(method, path, body === undefined ? undefined : JSON.stringify(body));
const json = async (response) => (await response).json();
const id = encodeURIComponent;

/** JSON that a person wrote goes out as it is: reading and writing it would round long numbers. */
const withVariables = (fields, variables) => {
  const rest = JSON.stringify(fields).slice(1, -1);
  return `{${rest}${rest ? ',' : ''}"variables":${typeof variables === 'string' ? variables : JSON.stringify(variables)}}`;
};

export const diagram = async (process) => (await get(`processes/${id(process)}/diagram`)).text();
export const startForm = (process) => json(get(`processes/${id(process)}/start-form`));
export const startInstance = (process, variables) =>
  json(call('POST', `processes/${id(process)}/instances`, withVariables({}, variables)));
export const cancelInstance = (key) => send('POST', `instances/${id(key)}/cancellation`);

export const task = (key) => json(get(`tasks/${id(key)}`));
export const completeTask = (key, variables) =>
  call('POST', `tasks/${id(key)}/completion`, withVariables({}, variables));

export const resolveIncident = (key, variables) =>
  call('POST', `incidents/${id(key)}/resolution`, withVariables({}, variables));
export const completeJob = (key, variables) => call('POST', `jobs/${id(key)}/completion`, withVariables({}, variables));
export const failJob = (key, message) => send('POST', `jobs/${id(key)}/failure`, { message });
export const throwError = (key, code, message, variables) =>
  call('POST', `jobs/${id(key)}/error`, withVariables({ code, message }, variables));
export const publishMessage = (name, correlationKey, variables) =>
  call('POST', 'messages', withVariables({ name, correlationKey }, variables));
export const broadcastSignal = (name, variables) => call('POST', 'signals', withVariables({ name }, variables));

export const moveTime = (by) => send('POST', 'time', { by });
export const moveToNextTimer = () => send('POST', 'time', { toNextTimer: true });
export const giveUpMove = () => send('DELETE', 'time');

export const switchApiSync = (enabled) => send('PUT', 'feishu/api-sync', { enabled });
export const switchDown = (enabled) => send('PUT', 'feishu/down', { enabled });
export const limitTo = (perSecond) => send('PUT', 'feishu/limit', { perSecond });
export const grantScope = (name, granted) => send('PUT', `feishu/scopes/${id(name)}`, { granted });
export const setAdvertisement = (advertisement, state) =>
  send('PUT', `feishu/advertisements/${id(advertisement)}`, { state });
export const resetFeishu = () => send('DELETE', 'feishu');
export const publishInBulk = (count) => json(send('POST', 'bulk', { count }));

export const eventsAddress = (token, instance) =>
  `api/events?token=${id(token)}${instance ? `&instance=${id(instance)}` : ''}`;
