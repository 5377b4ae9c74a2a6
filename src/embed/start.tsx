import { render } from "preact";
import { Embed } from "./embed";
import { watchEmbedTheme } from "./embed-theme";
import { tellHeight } from "./tell-height";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root.");
watchEmbedTheme(document.documentElement);
render(<Embed />, root);
tellHeight(root);
