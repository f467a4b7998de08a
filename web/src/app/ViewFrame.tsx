import { Component, type ReactNode, Suspense } from "react";
import { useLocation } from "react-router";
import { TroubleShown, Waiting } from "@/frame";

/** Around every view: it loads, and where it breaks, the rest of the app stands. */
export function ViewFrame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname}>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </Boundary>
  );
}

interface State {
  error: Error | null;
}

class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    // A part that cannot be loaded any more: the app was built anew while this page was open.
    const stale = /dynamically imported module|module script failed/i.test(error.message);
    const retry = () => (stale ? window.location.reload() : this.setState({ error: null }));
    return <TroubleShown error={error} retry={retry} />;
  }
}
