/** Light and dark: as the reader's system has it, or as chosen with the button. */

const LIGHT = {
  ink: "#14202b", soft: "#4a5763", paper: "#ffffff", halo: "#ffffff", link: "#6b7680", strong: "#a63f00", outline: "#333d46", dark: false,
};
const DARK = {
  ink: "#f1f4f6", soft: "#b6c0c8", paper: "#12181e", halo: "#12181e", link: "#8793a0", strong: "#ffb27a", outline: "#dfe6ec", dark: true,
};
const system = matchMedia("(prefers-color-scheme: dark)");
const printing = matchMedia("print");

/**
 * The colours of the picture: on paper the light ones, whatever the screen has.
 * @returns {Palette}
 */
export function palette() {
  if (printing.matches) return LIGHT;
  const chosen = document.documentElement.dataset.theme;
  return (chosen ? chosen === "dark" : system.matches) ? DARK : LIGHT;
}

/** Turn to the other theme until the page is closed. */
export function turnTheme() {
  document.documentElement.dataset.theme = palette().dark ? "light" : "dark";
}

/** @param {() => void} listener */
export function whenThemeTurns(listener) {
  for (const query of [system, printing]) query.addEventListener("change", listener);
}

/** Whether the reader's system asks for no movement. */
export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
