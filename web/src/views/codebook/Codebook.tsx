import { Stack, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { type Shapes, useCodebook } from "@/api";
import { Answered, Page } from "@/frame";
import { FAMILIES, familyOf, MEANS } from "@/signs";
import classes from "./Codebook.module.css";
import { EntryCard } from "./EntryCard";
import { Meanings } from "./Meanings";

/** What every predicate means, with an example, its codes, and its sign as it is drawn on the map. */
export default function Codebook() {
  const asked = useCodebook();
  return (
    <Page title="Codebook">
      <Text size="sm" maw="46rem">
        What the words on the map mean. Every label in the app leads here; the examples are made up.
        A claim says that one of these holds, begins, ends, is sought or refused, and how far its
        report stands behind that.
      </Text>
      <Answered asked={asked}>{(codebook) => <Told codebook={codebook} />}</Answered>
    </Page>
  );
}

function Told({ codebook }: { codebook: Shapes["Codebook"] }) {
  useAnchor();
  return (
    <Stack gap="xl">
      {FAMILIES.map((family) => {
        const entries = codebook.predicates.filter((entry) => familyOf(entry) === family);
        return (
          entries.length > 0 && (
            <section key={family} aria-labelledby={`family-${family}`}>
              <Title order={2} size="h5" id={`family-${family}`} mb="xs">
                {`${family === "event" ? "Events" : "Relations"}: ${MEANS[family]}`}
              </Title>
              <div className={classes.grid}>
                {entries.map((entry) => (
                  <EntryCard key={`${entry.kind}:${entry.predicate}`} entry={entry} />
                ))}
              </div>
            </section>
          )
        );
      })}
      <Meanings title="Phases of a relation" id="phase" meanings={codebook.phases} />
      <Meanings title="Stances of a claim" id="stance" meanings={codebook.stances} />
    </Stack>
  );
}

/** The browser looked for the address's anchor before there was anything to find: look again, and put the focus on it. */
function useAnchor() {
  const { hash } = useLocation();
  useEffect(() => {
    const found = document.getElementById(decodeURIComponent(hash.slice(1)));
    found?.scrollIntoView({ block: "center" });
    found?.focus({ preventScroll: true });
  }, [hash]);
}
