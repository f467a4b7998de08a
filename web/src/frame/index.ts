/** What frames every view: its heading, its waiting, its errors, its emptiness. */

export { Answered, type Asked, TroubleShown, Waiting } from "./Answered";
export { Nothing } from "./Nothing";
export { Page } from "./Page";
export { useSteady } from "./useSteady";
