/** What the reader has chosen, in one place; all views follow it. */

import { filtered } from "./filter.js";

/** Above so many things, the most important are drawn first. */
export const MANY = 800;
export const BACKBONE = 220;

/**
 * @param {Model} model
 * @returns {State}
 */
export function initialState(model) {
  return {
    view: "graph",
    ...noFilters(),
    selected: null, focus: null, steps: 1, path: null,
    shown: model.nodes.length > MANY ? BACKBONE : 0,
    matrix: "actors",
  };
}

/** The choices that let everything through. */
export function noFilters() {
  return { offCategories: new Set(), offRelations: new Set(), offStatuses: new Set(), since: null, until: null, undated: true };
}

/**
 * Whether the reader's choices keep anything back.
 * @param {State} state
 */
export function isFiltered({ offCategories, offRelations, offStatuses, since, until, undated }) {
  return offCategories.size + offRelations.size + offStatuses.size > 0 || since !== null || until !== null || !undated;
}

/**
 * @param {Model} model
 * @param {State} state
 * @returns {Store}
 */
export function storeOf(model, state) {
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {Store} */
  const store = {
    model,
    state,
    shown: filtered(model, state),
    change(change, quiet = false) {
      store.state = { ...store.state, ...change };
      store.shown = filtered(model, store.state, store.shown);
      if (!quiet) for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
  return store;
}
