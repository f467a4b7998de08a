import { describe, expect, it } from "vitest";
import { daysBetween, dayWords, isDay, plusDays, timeWords } from "./times";

const when = (start: string | null, end: string | null) => ({ start, end, grain: "day" });

describe("a time in words", () => {
  it.each([
    [when("2014-02-10", "2014-02-11"), "10 Feb 2014"],
    [when("2014-02-01", "2014-03-01"), "Feb 2014"],
    [when("2014-01-01", "2015-01-01"), "2014"],
    [when("2012-01-01", "2015-01-01"), "2012 to 2014"],
    [when("2014-02-01", "2014-05-01"), "Feb 2014 to Apr 2014"],
    [when("2013-04-08", "2013-06-11"), "8 Apr to 10 Jun 2013"],
    [when("2013-04-08", "2013-04-11"), "8 to 10 Apr 2013"],
    [when("2013-12-30", "2014-01-03"), "30 Dec 2013 to 2 Jan 2014"],
    [when(null, "2014-02-04"), "by 3 Feb 2014"],
    [when("2014-02-04", null), "from 4 Feb 2014"],
    [when(null, null), ""],
    [null, ""],
  ])("%o is %s", (time, words) => {
    expect(timeWords(time)).toBe(words);
  });

  it("that is a moment somewhere in a range is between its ends", () => {
    const range = when("2013-04-08", "2013-06-11");
    expect(timeWords(range, { point: true })).toBe("between 8 Apr and 10 Jun 2013");
    expect(timeWords(when("2012-01-01", "2014-01-01"), { point: true })).toBe(
      "between 2012 and 2013",
    );
  });

  it("that is one day, month or year stays so as a moment", () => {
    expect(timeWords(when("2014-02-01", "2014-03-01"), { point: true })).toBe("Feb 2014");
  });
});

describe("days", () => {
  it("are counted over borders of summer time and leap years", () => {
    expect(plusDays("2014-03-30", 1)).toBe("2014-03-31");
    expect(plusDays("2012-02-28", 2)).toBe("2012-03-01");
    expect(daysBetween("2013-12-31", "2014-12-31")).toBe(365);
  });

  it.each(["2014-02-30", "2014-2-3", "14-02-03", "2014-02", "", "2014-02-10T00:00", "0000-01-01"])(
    "%s is none",
    (text) => expect(isDay(text)).toBe(false),
  );

  it("are written without leading zeros", () => {
    expect(dayWords("2014-02-03")).toBe("3 Feb 2014");
  });
});
