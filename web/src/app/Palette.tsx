import { Spotlight, spotlight } from "@mantine/spotlight";
import { useNavigate } from "react-router";
import { useFilterHref } from "@/filter";
import { PAGES } from "./pages";

/** Opens the palette from a button. */
export const openPalette = spotlight.open;

/** Search from anywhere, by Ctrl K. */
export function Palette() {
  const navigate = useNavigate();
  const href = useFilterHref();
  return (
    <Spotlight
      shortcut={["mod + K", "/"]}
      searchProps={{ placeholder: "Search …", "aria-label": "Search" }}
      nothingFound="Nothing found"
      actions={PAGES.map(({ path, label, about }) => ({
        id: path,
        label,
        description: about,
        onClick: () => navigate(href(path)),
      }))}
    />
  );
}
