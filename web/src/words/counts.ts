/** Numbers and their nouns. */

const NUMBERS = new Intl.NumberFormat("en-GB");

/** "1,200". */
export function numberWords(number: number): string {
  return NUMBERS.format(number);
}

/** A number and its noun: "1 article", "1,200 articles". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${numberWords(number)} ${number === 1 ? one : many}`;
}

/** How many reports say so, and how many of them by themselves: "3 reports, 2 independent". */
export function toldBy(reports: number, witnesses: number): string {
  return `${count(reports, "report")}, ${numberWords(witnesses)} independent`;
}

/** A share from 0 to 1 as a reader compares it: "0.92". */
export function shareWords(share: number): string {
  return share.toFixed(2);
}

/** Persons from the least to the most that any report gives: "24-99", "5 or more", "12". */
export function rangeOfPersons(low: number, high: number | null): string {
  if (high === null) return `${numberWords(low)} or more`;
  return low === high ? numberWords(low) : `${numberWords(low)}-${numberWords(high)}`;
}
