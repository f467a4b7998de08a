import { NavLink } from "react-router";
import { useFilterHref } from "@/filter";
import classes from "./Navigation.module.css";
import { PAGES } from "./pages";

/** All views; the filter goes along from each to each. */
export function Navigation() {
  const href = useFilterHref();
  return (
    <ul className={classes.list}>
      {PAGES.map(({ path, label, about, Icon }) => (
        <li key={path}>
          <NavLink to={href(path)} className={classes.link} title={about}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
