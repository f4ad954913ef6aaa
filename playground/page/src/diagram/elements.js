import { signal } from '@preact/signals';
import { t } from '../texts/texts.js';

/** The elements of the shown diagram by id: `{name, isGateway, isErrorEvent, isContainer}`; the name may be empty. */
export const elements = signal(new Map());

/** The engine's name for one run of what an ad-hoc sub-process holds. */
const INNER_INSTANCE = '#innerInstance';

/** What to call an element: a gateway often has no name, and others may lack one. */
export function nameOf(id) {
  const { name, isGateway } = elements.value.get(id) ?? {};
  if (name) {
    return name;
  }
  if (id.endsWith(INNER_INSTANCE)) {
    return t('unnamed.call', { name: nameOf(id.slice(0, -INNER_INSTANCE.length)) });
  }
  return isGateway ? t('unnamed.gateway', { id }) : id;
}
