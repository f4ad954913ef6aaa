import { signal } from '@preact/signals';

/** Whether the diagram takes the place of the other parts. */
export const enlarged = signal(false);
