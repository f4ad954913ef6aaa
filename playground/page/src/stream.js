/** Keeps one event stream open, notices when it is silent, and opens it again. */
import { eventsAddress } from './api.js';
import { beginStream, connection, receive } from './state.js';

const EVENTS = [
  'processes',
  'instances',
  'tasks',
  'instance',
  'time',
  'feishu',
  'journal',
  'rate',
  'programs',
  'alive',
];
const SILENCE = 15_000;
const RETRY = 2_000;
const RETRY_AT_ONCE = 200;
const PROBE_TIMEOUT = 5_000;

let source = null;
let silence = null;
let retry = null;
let wanted = { token: '', instance: null };

/** Opens the stream for an instance, in place of the one before. */
export function openStream(token, instance) {
  wanted = { token, instance };
  connect();
}

function connect() {
  close();
  if (!wanted.token) {
    connection.value = 'refused';
    return;
  }
  const opened = new EventSource(eventsAddress(wanted.token, wanted.instance));
  source = opened;
  let first = true;
  for (const name of EVENTS) {
    opened.addEventListener(name, ({ data }) => {
      if (opened !== source) {
        return;
      }
      if (first) {
        first = false;
        beginStream();
      }
      connection.value = 'open';
      listen();
      receive(name, JSON.parse(data));
    });
  }
  opened.onerror = () => opened === source && lose(false);
  listen();
}

function listen() {
  clearTimeout(silence);
  silence = setTimeout(() => lose(true), SILENCE);
}

/** The browser's own reconnection is not used: it does not tell a refusal from a server that is gone. */
async function lose(wasSilent) {
  close();
  if (wasSilent) {
    connection.value = 'lost';
  }
  const { token, instance } = wanted;
  const status = await probe();
  if (source !== null || retry !== null || token !== wanted.token || instance !== wanted.instance) {
    return;
  }
  const answers = status === 200;
  if (status === 401 || status === 403) {
    connection.value = 'refused';
  } else if (!answers) {
    connection.value = 'lost';
  }
  retry = setTimeout(connect, answers && !wasSilent ? RETRY_AT_ONCE : RETRY);
}

async function probe() {
  const abort = new AbortController();
  const timeout = setTimeout(() => abort.abort(), PROBE_TIMEOUT);
  try {
    return (await fetch(eventsAddress(wanted.token), { signal: abort.signal })).status;
  } catch {
    return 0;
  } finally {
    clearTimeout(timeout);
    abort.abort();
  }
}

function close() {
  clearTimeout(silence);
  clearTimeout(retry);
  retry = null;
  source?.close();
  source = null;
}
