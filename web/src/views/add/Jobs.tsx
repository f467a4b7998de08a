import {
  Alert,
  Button,
  Group,
  List,
  Loader,
  Paper,
  Progress,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Shapes, useJob, useStop } from "@/api";
import { get } from "@/api/client";
import { FilterLink } from "@/filter";
import { count, Foreign, safe } from "@/words";
import { isOver, jobTitle, summaryWords } from "./jobWords";

type Job = Shapes["Job"];

/** What is being read and what was, the latest first. */
export function Jobs({ begun }: { begun: readonly string[] }) {
  const earlier = useQuery({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => get("/api/v1/jobs", { signal }),
  });
  const ids = [...new Set([...begun, ...(earlier.data ?? []).map(({ id }) => id)])];
  if (ids.length === 0) return null;
  return (
    <section aria-labelledby="jobs">
      <Title order={2} size="h5" id="jobs" mb="xs">
        Reading
      </Title>
      <Stack gap="sm" maw={1200}>
        {ids.map((id) => (
          <Watched key={id} id={id} />
        ))}
      </Stack>
    </section>
  );
}

function Watched({ id }: { id: string }) {
  const { data: job } = useJob(id);
  const queries = useQueryClient();
  const stop = useStop();
  const wasOver = useRef<boolean | null>(null);
  const over = job ? isOver(job) : null;
  useEffect(() => {
    // Everything may have changed by what was read; not by what had ended before the page was opened.
    if (over && wasOver.current === false) void queries.invalidateQueries();
    if (over !== null) wasOver.current = over;
  }, [over, queries]);
  if (!job) return <Loader size="sm" aria-label="Loading" />;
  return (
    <Paper withBorder p="sm" component="article" aria-label={jobTitle(job)}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          <Foreign>{jobTitle(job)}</Foreign>
        </Text>
        {!over && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => stop.mutate(id)}
            loading={stop.isPending}
          >
            Stop
          </Button>
        )}
      </Group>
      <Course job={job} />
      <Articles articles={job.articles} />
      <Failures failures={job.failures} />
      {job.problem && (
        <Alert color="red" variant="outline" mt="xs" title={job.problem.title} role="alert">
          <Foreign>{job.problem.detail}</Foreign> {job.problem.remedy}
        </Alert>
      )}
    </Paper>
  );
}

/** How far it is: a bar while it goes on, then what came of it. */
function Course({ job }: { job: Job }) {
  const words = summaryWords(job);
  return (
    <Stack gap={4} mt={4}>
      {!isOver(job) && (
        <Progress
          value={job.total ? Math.min(100, (100 * job.done) / job.total) : 100}
          animated
          size="sm"
          aria-label={words}
        />
      )}
      <Text size="xs" c="dimmed" role="status">
        {words}
      </Text>
    </Stack>
  );
}

// A batch of thousands is looked through on the page of articles.
const MOST = 20;

function Articles({ articles }: { articles: Job["articles"] }) {
  if (articles.length === 0) return null;
  return (
    <List size="sm" mt="xs">
      {articles.slice(-MOST).map(({ article_id, label, title, claims }) => (
        <List.Item key={article_id}>
          <FilterLink to={`/articles/${encodeURIComponent(article_id)}`} inherit>
            <Foreign>{title || label}</Foreign>
          </FilterLink>{" "}
          <Text span c="dimmed" size="xs">
            {claims === 0 ? "no claims read" : count(claims, "claim")}
          </Text>
        </List.Item>
      ))}
      {articles.length > MOST && (
        <List.Item>
          and {count(articles.length - MOST, "earlier one")}:{" "}
          <FilterLink to="/articles" inherit>
            all articles
          </FilterLink>
        </List.Item>
      )}
    </List>
  );
}

function Failures({ failures }: { failures: Job["failures"] }) {
  if (failures.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="outline"
      mt="xs"
      title={`${count(failures.length, "report")} could not be read; the others were`}
    >
      <List size="sm">
        {failures.map(({ source_id, step, reason }) => (
          <List.Item key={`${source_id} ${step} ${reason}`}>
            <strong>{step}</strong>: {safe(reason)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
