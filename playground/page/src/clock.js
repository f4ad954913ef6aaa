/** The engine's clock between two messages of the server. */
import { computed, signal } from '@preact/signals';
import { time } from './state.js';

const tick = signal(performance.now());
setInterval(() => (tick.value = performance.now()), 1000);

/** Milliseconds since the epoch by the engine's clock; null until the server has told them. */
export const now = computed(() => {
  if (time.value === null) {
    return null;
  }
  return Date.parse(time.value.now) + Math.max(0, tick.value - time.value.receivedAt);
});
