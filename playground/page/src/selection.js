/** Which process and instance the page shows. The address keeps both, so that a reload loses nothing. */
import { computed, effect, signal } from '@preact/signals';
import { address, rewriteAddress } from './address.js';
import { instance, instances, processes } from './state.js';
import { openStream } from './stream.js';
import { lang } from './texts/texts.js';

const start = address();
export const instanceKey = signal(start.instance);
export const chosenProcess = signal(start.process);
/** The element whose details are shown; null stands for the process instance as a whole. */
export const elementId = signal(null);

const listed = computed(() => instances.value.find(({ key }) => key === instanceKey.value));

/** The detail of the selected instance; null until the server has told it. */
export const selected = computed(() => (instance.value?.key === instanceKey.value ? instance.value : null));

export const processId = computed(
  () => selected.value?.process ?? listed.value?.process ?? chosenProcess.value ?? processes.value[0]?.id ?? null,
);

export function selectInstance(key, process = null) {
  elementId.value = null;
  if (key !== null) {
    chosenProcess.value = process ?? instances.value.find((one) => one.key === key)?.process ?? chosenProcess.value;
  }
  instanceKey.value = key;
}

/** Shows a process with its newest instance, if there is one. */
export function selectProcess(id) {
  chosenProcess.value = id;
  selectInstance(instances.value.find(({ process }) => process === id)?.key ?? null, id);
}

/** Opens the stream for what is selected, keeps the address, and follows an address that a person enters. */
export function follow() {
  let token = start.token;
  effect(() => openStream(token, instanceKey.value));
  effect(() => rewriteAddress({ instance: instanceKey.value, process: processId.value, lang: lang.value }));
  const stop = effect(() => {
    if (instances.value.length > 0) {
      if (instanceKey.peek() === null && chosenProcess.peek() === null) {
        selectInstance(instances.value[0].key);
      }
      queueMicrotask(() => stop());
    }
  });
  addEventListener('hashchange', () => {
    const now = address();
    token = now.token;
    chosenProcess.value = now.process;
    instanceKey.value = now.instance;
    openStream(token, instanceKey.value);
  });
}
