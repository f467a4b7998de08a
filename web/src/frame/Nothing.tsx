import { Button, EmptyState } from "@mantine/core";
import { Link } from "react-router";
import { useAbout } from "@/api";
import { useFilter } from "@/filter";

interface Props {
  /** What there is none of: "relations on this day". */
  of: string;
}

/** What stands where there is nothing to show: why, and what to do about it. */
export function Nothing({ of }: Props) {
  const { search, reset } = useFilter();
  const articles = useAbout().data?.articles;
  if (articles === 0)
    return (
      <EmptyState
        title="No reports yet"
        description="Add reports, and what they say is shown here."
        role="status"
      >
        <EmptyState.Actions>
          <Button component={Link} to="/add" size="xs">
            Add reports
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    );
  return (
    <EmptyState
      title={`No ${of}`}
      description={
        search
          ? "Nothing that the filter lets through. What no report says is not shown."
          : "What no report in this store says is not shown."
      }
      role="status"
    >
      {search && (
        <EmptyState.Actions>
          <Button size="xs" variant="default" onClick={reset}>
            Reset the filter
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
