import { Group, Paper, Tabs, Title } from "@mantine/core";
import { useSearchParams } from "react-router";
import { FilterLink } from "@/filter";
import { Page } from "@/frame";
import { Agreement } from "./Agreement";
import { ManyAtOnce } from "./ManyAtOnce";
import { OneByOne } from "./OneByOne";
import { NameForm, ReviewerName } from "./Reviewer";
import { useReviewer } from "./useReviewer";
import { WhoIsWho } from "./WhoIsWho";

const WAYS = [
  { way: "one", label: "One by one" },
  { way: "second", label: "Second reviewer" },
  { way: "many", label: "Many at once" },
  { way: "actors", label: "Who is who" },
  { way: "agreement", label: "Agreement" },
] as const;
const PARAM = "review";

/** Decide what was read rightly, and who is who. Which way is in the URL: `review=second`. */
export default function Review() {
  const { name } = useReviewer();
  return (
    <Page title="Review" aside={<Aside />}>
      {name ? <Ways by={name} /> : <Welcome />}
    </Page>
  );
}

function Aside() {
  return (
    <Group gap="md">
      <FilterLink to="/decisions" size="sm">
        All decisions
      </FilterLink>
      <ReviewerName />
    </Group>
  );
}

function Welcome() {
  return (
    <Paper withBorder p="md" maw={480} mx="auto" mt="lg" w="100%">
      <Title order={2} size="h5" mb="sm">
        Who reviews?
      </Title>
      <NameForm />
    </Paper>
  );
}

function Ways({ by }: { by: string }) {
  const [params, setParams] = useSearchParams();
  const way = WAYS.find((one) => one.way === params.get(PARAM))?.way ?? "one";
  const show = (next: string | null) =>
    setParams((now) => {
      const written = new URLSearchParams(now);
      if (next && next !== "one") written.set(PARAM, next);
      else written.delete(PARAM);
      return written;
    });
  return (
    <Tabs value={way} onChange={show} keepMounted={false}>
      <Tabs.List mb="md" aria-label="Ways to review">
        {WAYS.map((one) => (
          <Tabs.Tab key={one.way} value={one.way}>
            {one.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="one">
        <OneByOne by={by} second={false} />
      </Tabs.Panel>
      <Tabs.Panel value="second">
        <OneByOne by={by} second />
      </Tabs.Panel>
      <Tabs.Panel value="many">
        <ManyAtOnce by={by} />
      </Tabs.Panel>
      <Tabs.Panel value="actors">
        <WhoIsWho by={by} />
      </Tabs.Panel>
      <Tabs.Panel value="agreement">
        <Agreement />
      </Tabs.Panel>
    </Tabs>
  );
}
