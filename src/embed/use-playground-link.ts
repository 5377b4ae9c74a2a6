import { useEffect, useState } from "preact/hooks";
import { linkFragment, type SharedScript } from "../share/link";

/** The address of the playground with this script. Without it until the link has been made. */
export function usePlaygroundLink(shared: SharedScript): string {
  const page = new URL("./", location.href);
  page.search = "";
  page.hash = "";
  const [fragment, setFragment] = useState("");
  useEffect(() => {
    let current = true;
    linkFragment(shared).then(
      (made) => current && setFragment(made),
      () => current && setFragment(""),
    );
    return () => {
      current = false;
    };
  }, [shared.name, shared.source, shared.world]);
  return `${page.href}${fragment}`;
}
