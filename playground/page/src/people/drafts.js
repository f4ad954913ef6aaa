import { address } from '../address.js';
import { Drafts } from './draftStore.js';

export const drafts = new Drafts(
  () => sessionStorage,
  () => address().token,
);
