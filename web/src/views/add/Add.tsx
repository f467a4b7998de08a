import { Page } from "@/frame";

/** Drop files or paste text. */
export default function Add() {
  return <Page title="Add reports">{null}</Page>;
}
