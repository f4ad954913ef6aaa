import { signal } from '@preact/signals';

/** The elements of the shown diagram by id: `{name, isErrorEvent, isContainer}`. */
export const elements = signal(new Map());

export const nameOf = (id) => elements.value.get(id)?.name ?? id;
