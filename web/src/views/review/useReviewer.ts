import { useLocalStorage } from "@mantine/hooks";
import { useAbout } from "@/api";

/** Who reviews: asked once, kept on this machine. Empty until somebody said it. */
export function useReviewer() {
  const [name, keep] = useLocalStorage({
    key: "allegiance.reviewer",
    defaultValue: "",
    getInitialValueInEffect: false,
  });
  const about = useAbout().data;
  return { name, keep, guess: about?.reviewer ?? "", known: about?.reviewers ?? [] };
}
