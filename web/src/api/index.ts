/** Everything that is asked of the server: one hook a question, one a deed. */

export * from "./acts";
export * from "./answers";
export { API, asTrouble, Trouble } from "./client";
export * from "./links";
export * from "./lists";
export type * from "./shapes";
