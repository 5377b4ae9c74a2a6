import { render } from "preact";
import { Embed } from "./embed";
import { tellHeight } from "./tell-height";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root.");
render(<Embed />, root);
tellHeight(root);
