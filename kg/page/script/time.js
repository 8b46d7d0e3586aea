/** Days counted from 1970-01-01, and dates in the precision that the sources give. */

const DAY = 86_400_000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** @param {number} day */
export function isoDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * The day of an ISO date, or null where the text is none.
 * @param {string} text
 */
export function dayOf(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

/**
 * A date as people write it: `26 February 2020`, `February 2020`, `2020`.
 * @param {string} text
 */
export function spoken(text) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!found) return text;
  const [, year, month, day] = found;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/**
 * The month of a date, short: `Feb 2020`; only the year where no more is known.
 * @param {string} text
 */
export function monthOf(text) {
  const [year, month] = text.split("-");
  return month ? `${(MONTHS[Number(month) - 1] ?? "").slice(0, 3)} ${year}` : year;
}

/**
 * A period in words; nothing for what is undated.
 * @param {{since?: string, until?: string, observed?: boolean}} row
 */
export function periodOf(row) {
  if (row.observed) return `as of ${[...new Set([row.since, row.until])].map((date) => spoken(date ?? "")).join(" and ")}`;
  if (row.since && row.until) return row.since === row.until ? spoken(row.since) : `${spoken(row.since)} to ${spoken(row.until)}`;
  if (row.since) return `from ${spoken(row.since)}`;
  return row.until ? `until ${spoken(row.until)}` : "";
}

/** @param {{start?: number, end?: number}} row */
export function isDated(row) {
  return row.start !== undefined || row.end !== undefined;
}

/**
 * Whether a dated row has a day in the window; a missing end of either is open.
 * @param {{start?: number, end?: number}} row
 * @param {number | null} since
 * @param {number | null} until
 */
export function inWindow(row, since, until) {
  return (until === null || (row.start ?? -Infinity) <= until) && (since === null || (row.end ?? Infinity) >= since);
}

/**
 * The name of an event without the date at its end, for where that is told beside it.
 * @param {string} label
 */
export function withoutDate(label) {
  return label.replace(/ \((\d{4}(-\d\d){0,2}|date not given)\)$/, "");
}
